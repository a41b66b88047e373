package org.tucai.delivery.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.tucai.delivery.SchoolList;
import org.tucai.delivery.SchoolRoll;

/**
 * Progress of a campaign.
 *
 * @param expected how many students the school expects; null if it has not said
 * @param doubtful how many of those done have a conclusion that the school has to follow up, as listed under DOUBTFUL
 * @param capturedElsewhere students who began in this campaign but were captured in another one, where they count as done
 * @param missing {@code expected} minus those done and captured elsewhere; null if {@code expected} is. Students who were captured in
 *     another campaign and never began in this one appear in no count of it and are therefore missing
 */
@Serdeable
record ProgressView(
        String campaignNo,
        String campaignName,
        @Nullable Integer expected,
        long done,
        long underWay,
        long rejected,
        long doubtful,
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
                p.doubtful(),
                p.capturedElsewhere(),
                p.missing());
    }
}
