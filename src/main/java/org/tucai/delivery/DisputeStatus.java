package org.tucai.delivery;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** Status of a school's objection. */
public enum DisputeStatus implements Status<DisputeStatus> {
    /** A manager has to look. */
    OPEN("待处理", "Open"),
    /** Dealt with. */
    RESOLVED("已处理", "Resolved");

    private final String zh;
    private final String en;

    DisputeStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    @Override
    public Set<DisputeStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(RESOLVED);
            case RESOLVED -> EnumSet.noneOf(DisputeStatus.class);
        };
    }
}
