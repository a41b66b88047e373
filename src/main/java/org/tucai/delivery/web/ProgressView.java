package org.tucai.delivery.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.tucai.delivery.SchoolList;
import org.tucai.delivery.SchoolRoll;

/**
 * How far a campaign is.
 *
 * @param expected how many students the school said it expects; null when it has not said
 * @param missing expected less done; null when nothing is expected
 */
@Serdeable
record ProgressView(
        String campaignNo,
        String campaignName,
        @Nullable Integer expected,
        long done,
        long underWay,
        long rejected,
        @Nullable Long missing) {
    static ProgressView of(SchoolRoll.Progress p) {
        return new ProgressView(
                p.campaign().no(),
                p.campaign().name(),
                p.expected(),
                p.counts().getOrDefault(SchoolList.DONE, 0L),
                p.counts().getOrDefault(SchoolList.UNDER_WAY, 0L),
                p.counts().getOrDefault(SchoolList.REJECTED, 0L),
                p.missing());
    }
}
