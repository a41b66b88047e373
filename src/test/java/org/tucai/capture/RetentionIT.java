package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.MutableClock;
import org.tucai.testing.TucaiTest;

/** How long an accepted picture and what is known of its student are kept. */
@TucaiTest
class RetentionIT {
    private static final Duration SCHOOL_WAITS = Duration.ofDays(180);
    private static final Duration ANSWER_WITHIN = Duration.ofDays(365);

    private final CampaignFixtures campaigns;
    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CaptureRepository rows;
    private final DueJobs jobs;
    private final MutableClock clock;
    private Campaign campaign;
    private Capture capture;

    RetentionIT(
            CampaignFixtures campaigns,
            ReviewedCaptures reviewed,
            CaptureService captures,
            CaptureRepository rows,
            DueJobs jobs,
            MutableClock clock) {
        this.campaigns = campaigns;
        this.reviewed = reviewed;
        this.captures = captures;
        this.rows = rows;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void aForwardedPicture() {
        campaign = campaigns.anOpenCampaign(campaigns.aSchool(), t -> {});
        capture = forwarded("2026001");
    }

    private Capture forwarded(String studentNo) {
        Capture accepted = reviewed.accepted(campaign, "acc_00000000000000000002", studentNo);
        captures.forwarded(accepted.no());
        return accepted;
    }

    private boolean isKeptAfter(Duration time) {
        clock.advance(time);
        jobs.runDue();
        jobs.runRecurring("retention");
        return captures.require(capture.no()).factsSealed() != null;
    }

    @Test
    void aVerifiedPictureThatNoSchoolPullsIsKeptForItHalfAYear() {
        captures.verified(capture.no(), "同一人");

        assertThat(isKeptAfter(SCHOOL_WAITS.minusDays(1))).isTrue();
        assertThat(isKeptAfter(Duration.ofDays(2))).isFalse();
    }

    @Test
    void aPictureThatTheAuthorityNeverAnswersIsNotKeptForEver() {
        assertThat(isKeptAfter(ANSWER_WITHIN.plus(SCHOOL_WAITS).minusDays(1))).isTrue();
        assertThat(isKeptAfter(Duration.ofDays(2))).isFalse();
    }

    @Test
    void whatIsHeldKeepsNoOtherFromBeingLookedAt() {
        Capture other = forwarded("2026002");
        Instant later = clock.instant().plusSeconds(1);

        String first = rows.unanswered("", later, 1).getFirst();
        String second = rows.unanswered(first, later, 1).getFirst();

        assertThat(List.of(first, second)).containsExactlyInAnyOrder(capture.no(), other.no());
        assertThat(rows.unanswered(second, later, 1)).isEmpty();
    }
}
