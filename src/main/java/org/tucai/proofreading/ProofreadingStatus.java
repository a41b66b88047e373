package org.tucai.proofreading;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** State of an information check. */
public enum ProofreadingStatus implements Status<ProofreadingStatus> {
    /** 待校对: the student has been asked and the period is running. */
    OPEN("待校对", "To be checked"),
    /** 逾期未校对: the period is over without a confirmed answer; the school follows up, and the student can still answer. */
    OVERDUE("逾期未校对", "Overdue"),
    /** 校对无误: the student confirmed that everything is correct. */
    CONFIRMED("校对无误", "Confirmed"),
    /** 视为无误: no answer was confirmed in time, which the campaign counts as correct. */
    ASSUMED("逾期视为无误", "Assumed correct"),
    /** 校对有误: the student confirmed that something is wrong; a manager has to deal with it. */
    DISPUTED("校对有误", "Mistake reported"),
    /** 已处理: a manager has dealt with what was wrong. */
    RESOLVED("有误已处理", "Resolved"),
    /** 已取消: the picture is gone, so there is nothing to check. */
    CANCELLED("已取消", "Cancelled");

    private final String zh;
    private final String en;

    ProofreadingStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    @Override
    public Set<ProofreadingStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(OVERDUE, CONFIRMED, ASSUMED, DISPUTED, CANCELLED);
            case OVERDUE -> EnumSet.of(CONFIRMED, DISPUTED, CANCELLED);
            case DISPUTED -> EnumSet.of(RESOLVED, CANCELLED);
            case CONFIRMED, ASSUMED, RESOLVED, CANCELLED -> EnumSet.noneOf(ProofreadingStatus.class);
        };
    }

    /** Whether the student can answer. */
    public boolean takesAnswers() {
        return next().contains(CONFIRMED);
    }
}
