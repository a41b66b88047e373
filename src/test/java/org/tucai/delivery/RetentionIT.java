package org.tucai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.MutableClock;
import org.tucai.testing.TucaiTest;

/** How long an accepted picture and what is known of its student are kept. */
@TucaiTest
class RetentionIT {
    private static final int DISPUTE_DAYS = 30;
    private static final Duration SCHOOL_WAITS = Duration.ofDays(180);
    private static final Duration ANSWER_WITHIN = Duration.ofDays(365);

    private final CampaignFixtures campaigns;
    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final DueJobs jobs;
    private final MutableClock clock;
    private Capture capture;

    RetentionIT(
            CampaignFixtures campaigns,
            ReviewedCaptures reviewed,
            CaptureService captures,
            DueJobs jobs,
            MutableClock clock) {
        this.campaigns = campaigns;
        this.reviewed = reviewed;
        this.captures = captures;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void aForwardedPicture() {
        Campaign campaign = campaigns.anOpenCampaign(campaigns.aSchool(), t -> t.disputeDays = DISPUTE_DAYS);
        capture = reviewed.accepted(campaign, "acc_00000000000000000002", "2026001");
        captures.forwarded(capture.no());
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
}
