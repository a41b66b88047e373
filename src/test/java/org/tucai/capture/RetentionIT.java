package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.account.AccountService;
import org.tucai.campaign.Campaign;
import org.tucai.delivery.Delivery;
import org.tucai.delivery.DeliveryService;
import org.tucai.delivery.Dispute;
import org.tucai.delivery.DisputeService;
import org.tucai.delivery.FolderScheme;
import org.tucai.delivery.NameScheme;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** How long an accepted picture and its student's data are kept. */
@TucaiTest
class RetentionIT {
    private static final Duration SCHOOL_WAITS = Duration.ofDays(180);
    private static final Actor SCHOOL = new Actor(Role.SCHOOL, "sch_test00000000000000");
    private static final Duration ANSWER_WITHIN = Duration.ofDays(365);

    private final CampaignFixtures campaigns;
    private final AccountService accounts;
    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CaptureRepository rows;
    private final DeliveryService deliveries;
    private final DisputeService disputes;
    private final UploadTicketRepository tickets;
    private final ExpiryService expiry;
    private final Rows stored;
    private final DueJobs jobs;
    private final MutableClock clock;
    private Campaign campaign;
    private Capture capture;

    RetentionIT(
            CampaignFixtures campaigns,
            AccountService accounts,
            ReviewedCaptures reviewed,
            CaptureService captures,
            CaptureRepository rows,
            DeliveryService deliveries,
            DisputeService disputes,
            UploadTicketRepository tickets,
            ExpiryService expiry,
            Rows stored,
            DueJobs jobs,
            MutableClock clock) {
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.reviewed = reviewed;
        this.captures = captures;
        this.rows = rows;
        this.deliveries = deliveries;
        this.disputes = disputes;
        this.tickets = tickets;
        this.expiry = expiry;
        this.stored = stored;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void aForwardedPicture() {
        campaign = campaigns.anOpenCampaign(campaigns.aSchool(), t -> {});
        capture = forwarded("2026001");
    }

    private Capture forwarded(String studentNo) {
        String accountNo = accounts.withPhone(new PhoneNumber("13711110002"), Language.ZH);
        Capture accepted = reviewed.accepted(campaign, accountNo, studentNo);
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
    void aVerifiedPictureThatTheSchoolHasNotPulledIsKeptForHalfAYear() {
        Capture waiting = capture;
        campaign = campaigns.anOpenCampaign(campaigns.aSchool(), t -> {});
        capture = forwarded("2026002");
        theSchoolPullsIt(); // another picture
        capture = waiting;
        captures.verified(capture.no(), "同一人");

        assertThat(isKeptAfter(SCHOOL_WAITS.minusDays(1))).isTrue();
        assertThat(isKeptAfter(Duration.ofDays(2))).isFalse();
    }

    /** By then the student's own check is over. */
    @ParameterizedTest
    @ValueSource(ints = {30, 60})
    void aPulledPictureIsKeptForTheDisputeDaysOfItsCampaign(int days) {
        campaign = campaigns.anOpenCampaign(campaigns.aSchool(), t -> t.disputeDays = days);
        capture = forwarded("2026001");
        theSchoolPullsIt();
        captures.verified(capture.no(), "同一人");

        assertThat(isKeptAfter(Duration.ofDays(days).minusSeconds(1))).isTrue();
        assertThat(isKeptAfter(Duration.ofSeconds(2))).isFalse();
        assertThat(stored.texts("SELECT status FROM proofreading WHERE capture_no = ?", capture.no()))
                .as("nothing is left to check")
                .containsExactly("CANCELLED");
    }

    @Test
    void aPictureIsKeptADayAfterTheAnswerEvenWithoutDisputeDays() {
        campaign = campaigns.anOpenCampaign(campaigns.aSchool(), t -> t.disputeDays = 0);
        capture = forwarded("2026001");
        theSchoolPullsIt();
        clock.advance(Duration.ofDays(60)); // the student's own check is over
        captures.verified(capture.no(), "同一人");

        assertThat(isKeptAfter(Duration.ofDays(1))).isTrue();
        assertThat(isKeptAfter(Duration.ofSeconds(1))).isFalse();
    }

    /** As when the job found the picture unanswered a moment earlier. */
    @Test
    void anAnswerThatArrivesDuringTheCleanupOfUnansweredPicturesIsKeptADay() {
        captures.verified(capture.no(), "同一人");

        clock.advance(Duration.ofDays(1).minusSeconds(1));
        expiry.forgetSettled(capture.no(), ANSWER_WITHIN, List.of());
        assertThat(captures.require(capture.no()).factsSealed()).isNotNull();

        clock.advance(Duration.ofSeconds(1));
        expiry.forgetSettled(capture.no(), ANSWER_WITHIN, List.of());
        expiry.forgetSettled(capture.no(), ANSWER_WITHIN, List.of());
        assertThat(captures.require(capture.no()).factsSealed()).isNull();
        assertThat(stored.number("SELECT COUNT(*) FROM message WHERE template = 'DATA_DELETED'"))
                .as("told once")
                .isEqualTo(1);
    }

    @Test
    void aDisputedPictureIsKeptUntilTheDisputeIsAnswered() {
        theSchoolPullsIt();
        captures.verified(capture.no(), "同一人");
        Dispute dispute = disputes.open(campaign.schoolNo(), capture.no(), "不是本人", SCHOOL);

        assertThat(isKeptAfter(SCHOOL_WAITS.plusDays(1))).isTrue();
        disputes.resolve(dispute.no(), "已核实", false, CampaignFixtures.MANAGER);

        assertThat(isKeptAfter(Duration.ofSeconds(1))).isFalse();
    }

    private void theSchoolPullsIt() {
        clock.advance(Duration.ofMinutes(1)); // changes appear in a school's lists half a minute later
        Delivery delivery = deliveries.prepare(
                campaign.schoolNo(),
                new DeliveryService.Wish(Cursor.START, NameScheme.STUDENT_NO, FolderScheme.NONE, null, 10),
                SCHOOL);
        deliveries.pull(delivery, SCHOOL);
        deliveries.acknowledge(delivery.no(), campaign.schoolNo(), SCHOOL);
    }

    @Test
    void aPictureThatTheAuthorityNeverAnswersOnIsNotKeptForEver() {
        assertThat(isKeptAfter(ANSWER_WITHIN.plus(SCHOOL_WAITS).minusDays(1))).isTrue();
        assertThat(isKeptAfter(Duration.ofDays(2))).isFalse();
    }

    @Test
    void aPulledPictureThatIsNeverAnsweredOnIsKeptForTheDisputeDaysOfItsCampaignToo() {
        theSchoolPullsIt();

        assertThat(isKeptAfter(ANSWER_WITHIN.plusDays(campaign.disputeDays()).minusDays(1)))
                .isTrue();
        assertThat(isKeptAfter(Duration.ofDays(2))).isFalse();
    }

    /** One of the answered captures, which come first where captures are processed one after the other. */
    @Test
    void aPictureThatCannotBeForgottenDoesNotStopTheOthers() {
        captures.verified(capture.no(), "同一人");
        stored.change("UPDATE photo SET status = 'BROKEN'");
        capture = forwarded("2026002");

        clock.advance(ANSWER_WITHIN.plus(SCHOOL_WAITS));
        jobs.runDue();
        assertThatThrownBy(() -> jobs.runRecurring("retention")).hasMessageContaining("failed for 1 of them");

        assertThat(captures.require(capture.no()).factsSealed()).isNull();
    }

    @Test
    void uploadTicketsAreDeletedADayAfterTheyExpire() {
        tickets.save(new UploadTicket(null, "tkt_1", capture.no(), PhotoSource.CAMERA, null, clock.instant(), 0));

        clock.advance(Duration.ofDays(1));
        jobs.runRecurring("retention");
        assertThat(stored.texts("SELECT no FROM upload_ticket")).containsExactly("tkt_1");

        clock.advance(Duration.ofSeconds(1));
        jobs.runRecurring("retention");
        assertThat(stored.texts("SELECT no FROM upload_ticket")).isEmpty();
    }

    @Test
    void theCleanupPagesPastPicturesThatAreStillHeld() {
        Capture other = forwarded("2026002");
        Instant later = clock.instant().plusSeconds(1);

        String first = rows.unanswered("", later, 1).getFirst();
        String second = rows.unanswered(first, later, 1).getFirst();

        assertThat(List.of(first, second)).containsExactlyInAnyOrder(capture.no(), other.no());
        assertThat(rows.unanswered(second, later, 1)).isEmpty();
    }
}
