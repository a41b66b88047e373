package org.tucai.verification;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** Status of a received conclusion. */
public enum ConclusionStatus implements Status<ConclusionStatus> {
    /** No forwarded capture was found for it so far; a person may have to look. */
    UNMATCHED("未匹配", "No capture found"),
    /** Its label is not in the list of labels; nothing is done with it until a manager adds the label. */
    UNKNOWN_LABEL("结论未识别", "Unknown conclusion"),
    /** When it was received it was the latest for its capture; the student was told. */
    APPLIED("已生效", "Applied"),
    /** A later one was there already. */
    OUTDATED("已被更新的结论取代", "Superseded by a later one");

    private final String zh;
    private final String en;

    ConclusionStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    @Override
    public Set<ConclusionStatus> next() {
        return switch (this) {
            case UNMATCHED -> EnumSet.of(APPLIED, OUTDATED);
            case UNKNOWN_LABEL -> EnumSet.of(UNMATCHED, APPLIED, OUTDATED);
            case APPLIED, OUTDATED -> EnumSet.noneOf(ConclusionStatus.class);
        };
    }
}
