package org.tucai.delivery.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.tucai.delivery.SchoolList;
import org.tucai.delivery.SchoolRoll;

/**
 * How far a campaign is.
 *
 * @param expected how many students the school said it expects; null when it has not said
 * @param capturedElsewhere who had begun here and was captured in another campaign meanwhile, where it counts as done
 * @param missing expected less done and captured elsewhere; null when nothing is expected. Who was captured in another campaign and
 *     never began here is in no count of this one, and so is missing
 */
@Serdeable
record ProgressView(
        String campaignNo,
        String campaignName,
        @Nullable Integer expected,
        long done,
        long underWay,
        long rejected,
        long capturedElsewhere,
        @Nullable Long missing) {
    static ProgressView of(SchoolRoll.Progress p) {
        return new ProgressView(
                p.campaign().no(),
                p.campaign().name(),
                p.expected(),
                p.counts().getOrDefault(SchoolList.DONE, 0L),
                p.counts().getOrDefault(SchoolList.UNDER_WAY, 0L),
                p.counts().getOrDefault(SchoolList.REJECTED, 0L),
                p.capturedElsewhere(),
                p.missing());
    }
}
