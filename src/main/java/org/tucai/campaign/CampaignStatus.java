package org.tucai.campaign;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** Status of a campaign. */
public enum CampaignStatus implements Status<CampaignStatus> {
    /** Being prepared; students do not see it and every term may change. */
    DRAFT("草稿", "Draft"),
    /** Announced: students find it by its feature code and may capture inside its windows. */
    OPEN("采集中", "Open"),
    /** Over: nothing is captured any more, unaccepted photos are being deleted, its feature code is free again. */
    CLOSED("已结束", "Closed");

    private final String zh;
    private final String en;

    CampaignStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    @Override
    public Set<CampaignStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(OPEN, CLOSED);
            case OPEN -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(CampaignStatus.class);
        };
    }
}
