package org.tucai.proofreading;

import org.jspecify.annotations.Nullable;
import org.tucai.platform.web.Language;

/** 校对结果: what a sheet says of one student: what the student said twice and, in brackets, what came of it. */
enum CheckResult {
    /** 正确. */
    CORRECT(Answer.CORRECT, "正确", "Correct"),
    /** 有误: a manager has not dealt with it yet. */
    WRONG(Answer.WRONG, "有误", "Wrong"),
    /** 有误（已更正）. */
    CORRECTED(Answer.WRONG, "有误（已更正）", "Wrong (corrected)"),
    /** 有误（核实无误）. */
    UNFOUNDED(Answer.WRONG, "有误（核实无误）", "Wrong (found to be correct)"),
    /** 未校对: asked, perhaps answered once, which does not count. */
    UNCHECKED(null, "未校对", "Not checked"),
    /** 未校对（逾期视为正确）: no answer came, and the campaign counts that as right. */
    ASSUMED(null, "未校对（逾期视为正确）", "Not checked (overdue, assumed correct)");

    private final @Nullable Answer answer;
    private final String zh;
    private final String en;

    CheckResult(@Nullable Answer answer, String zh, String en) {
        this.answer = answer;
        this.zh = zh;
        this.en = en;
    }

    /** What that check of the picture that counts comes to; null when there is none. */
    static CheckResult of(@Nullable Proofreading check) {
        return check == null
                ? UNCHECKED
                : switch (check.status()) {
                    case CONFIRMED -> CORRECT;
                    case ASSUMED -> ASSUMED;
                    case DISPUTED -> WRONG;
                    case RESOLVED -> resolved(check.resolution());
                    case OPEN, OVERDUE, CANCELLED -> UNCHECKED;
                };
    }

    private static CheckResult resolved(@Nullable Resolution how) {
        return switch (how) {
            case CORRECTED -> CORRECTED;
            case UNFOUNDED -> UNFOUNDED;
            case RETAKE -> WRONG;
            case null -> WRONG;
        };
    }

    /** What the student said; null when nothing that counts. */
    @Nullable
    Answer answer() {
        return answer;
    }

    String in(Language language) {
        return language.pick(zh, en);
    }
}
