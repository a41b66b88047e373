package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucai.campaign.AdminCampaignService;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A manager refunds the whole fee while the photo is in review: no unpaid photo is reviewed (DOMAIN §1.6). */
@TucaiTest
class RefundedInReviewIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;

    RefundedInReviewIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    private Walk inReview(Consumer<CampaignFixtures.Terms> terms) {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, terms);
        Walk walk = journeys.aBoundStudent(school, campaign);
        if (campaign.paysFirst()) {
            journeys.pay(walk);
            journeys.submit(walk);
        } else {
            journeys.submit(walk);
            journeys.pay(walk);
        }
        return walk;
    }

    private Http.Reply giveBack(String manager, Walk walk, int fen) {
        String order = rows.texts(
                        "SELECT no FROM purchase_order WHERE capture_no = ? ORDER BY id DESC LIMIT 1", walk.captureNo())
                .getFirst();
        return http.as(manager)
                .post("/api/v1/admin/orders/" + order + "/refunds", Map.of("amountMinor", fen, "reason", "协商"));
    }

    private Http.Reply giveAllBack(Walk walk) {
        return giveBack(people.aManager(), walk, 1500);
    }

    @ParameterizedTest
    @EnumSource
    void thePhotoLeavesTheReviewAndComesBackOncePaidAgain(PayWhen payWhen) {
        Walk walk = inReview(t -> t.payWhen = payWhen);

        giveAllBack(walk).expect(201);

        assertThat(journeys.status(walk)).isEqualTo("TO_PAY");
        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");
        assertThat(rows.texts("SELECT status FROM review")).containsExactly("WITHDRAWN");
        assertThat(rows.texts("SELECT to_state FROM state_transition WHERE cause = 'fee-given-back'"
                        + " AND actor LIKE 'MANAGER:%'"))
                .containsExactly("AWAITING_PAYMENT");
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'capture-fee-given-back'"))
                .isEqualTo(1);
        assertThat(http.as(walk.token()).get("/api/v1/student/messages").text()).contains("照片已退出审核", "重新支付15.00元");
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        journeys.decide(walk, "ACCEPT", List.of());
        assertThat(journeys.status(walk)).isEqualTo("IN_PRODUCTION");
    }

    @Test
    void onlyTheRefundOfTheLastPartTakesThePhotoOutOfTheReview() {
        Walk walk = inReview(t -> {});
        String manager = people.aManager();

        giveBack(manager, walk, 1000).expect(201);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        giveBack(manager, walk, 500).expect(201);

        assertThat(journeys.status(walk)).isEqualTo("TO_PAY");
    }

    @Test
    void aStudentWhoDoesNotPayAgainInTimeKeepsThePhoto() {
        Walk walk = inReview(t -> {});
        giveAllBack(walk).expect(201);

        clock.advance(Duration.ofHours(25));
        jobs.runDue();

        assertThat(rows.texts("SELECT status FROM capture WHERE photo_no IS NOT NULL"))
                .containsExactly("PHOTO_READY");
    }

    @Test
    void aDecisionStillPendingIsNotCarriedOut() {
        Walk walk = inReview(t -> {});
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        http.as(reviewer)
                .post("/api/v1/review/reviews/" + review + "/decisions", Map.of("decision", "ACCEPT"))
                .expect(200);

        giveAllBack(walk).expect(201);
        clock.advance(Duration.ofSeconds(11));
        jobs.runDue();

        assertThat(journeys.status(walk)).isEqualTo("TO_PAY");
        assertThat(rows.number("SELECT COUNT(*) FROM state_transition WHERE to_state = 'ACCEPTED'"))
                .isZero();
    }

    @Test
    void thePhotoStaysInReviewWhenTheSchoolHasTakenTheFeeOver() {
        Walk walk = inReview(t -> {});
        campaigns.change(walk.campaign(), t -> t.feeMinor = 0);

        giveAllBack(walk).expect(201);

        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        assertThat(rows.texts("SELECT status FROM review")).containsExactly("WAITING");
        journeys.decide(walk, "ACCEPT", List.of());
        assertThat(journeys.status(walk)).isEqualTo("IN_PRODUCTION");
    }

    @Test
    void theFullFeeIsNotRefundedDuringTheReviewOnceTheCampaignHasEnded() {
        Walk walk = inReview(t -> t.closesAt = MutableClock.START.plus(Duration.ofDays(2)));
        clock.advance(Duration.ofDays(2));
        String manager = people.aManager();

        Http.Reply refused = giveBack(manager, walk, 1500).expectPlainProblem(409, "photo-in-review");

        assertThat(refused.<String>at("detail")).contains("请等审核结束");
        String payment = rows.texts("SELECT no FROM payment").getFirst();
        http.as(manager)
                .post("/api/v1/admin/payments/" + payment + "/refunds", Map.of("amountMinor", 1500, "reason", "协商"))
                .expectPlainProblem(409, "photo-in-review");
        assertThat(rows.number("SELECT COUNT(*) FROM refund")).isZero();
        giveBack(manager, walk, 1000).expect(201);
        giveBack(manager, walk, 500).expectPlainProblem(409, "photo-in-review");
        journeys.decide(walk, "ACCEPT", List.of());
        giveBack(manager, walk, 500).expect(201);
        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("ACCEPTED");
    }

    /** The photo would leave the review, and end with the campaign before it could be paid again. */
    @Test
    void theFullFeeIsNotRefundedAtTheMomentOfClosingEither(HeldTransaction held, AdminCampaignService closing) {
        Walk walk = inReview(t -> {});
        String manager = people.aManager();

        held.of(
                () -> closing.close(walk.campaign().no(), "*", CampaignFixtures.MANAGER),
                () -> giveBack(manager, walk, 1500).expectProblem(409, "photo-in-review"));

        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("IN_REVIEW");
    }

    @Test
    void theRefundLocksTheCaptureBeforeTheOrder(CaptureService captures, HeldTransaction held) {
        Walk walk = inReview(t -> {});
        String manager = people.aManager();
        AtomicReference<CompletableFuture<Http.Reply>> refund = new AtomicReference<>();

        held.watchedBy(() -> captures.lock(walk.captureNo()), () -> {
            refund.set(CompletableFuture.supplyAsync(() -> giveBack(manager, walk, 1500)));
            rows.awaitExecuting("SELECT * FROM capture WHERE no = %FOR UPDATE");
            assertThat(rows.texts("SELECT no FROM purchase_order FOR UPDATE SKIP LOCKED"))
                    .hasSize(1);
        });

        refund.get().join().expect(201);
    }

    @Test
    void recordingAManualPaybackOfTheRestTakesThePhotoOutOfTheReviewToo() {
        Walk walk = inReview(t -> {});
        String manager = people.aManager();
        String givenUp = twoPartialRefundsOfWhichTheChannelClosesTheFirst(manager, walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");

        handBack(manager, givenUp);

        assertThat(journeys.status(walk)).isEqualTo("TO_PAY");
    }

    @Test
    void aManualPaybackAfterTheCampaignEndedIsRecordedAndThePhotoStaysInReview() {
        Walk walk = inReview(t -> t.closesAt = MutableClock.START.plus(Duration.ofHours(1)));
        String manager = people.aManager();
        String givenUp = twoPartialRefundsOfWhichTheChannelClosesTheFirst(manager, walk);
        clock.advance(Duration.ofHours(1));

        handBack(people.again(manager), givenUp);

        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("IN_REVIEW");
        assertThat(rows.texts("SELECT status FROM review")).containsExactly("WAITING");
    }

    private String twoPartialRefundsOfWhichTheChannelClosesTheFirst(String manager, Walk walk) {
        refundsEnd("CLOSED");
        String givenUp = giveBack(manager, walk, 1000).expect(201).at("no");
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofMinutes(1));
            jobs.runDue();
        }
        refundsEnd("SUCCESS");
        giveBack(manager, walk, 500).expect(201);
        return givenUp;
    }

    private void refundsEnd(String outcome) {
        String prepay = rows.texts("SELECT prepay_no FROM payment").getFirst();
        http.post("/sandbox/payments/" + prepay + "/refund-outcomes", Map.of("outcome", outcome))
                .expect(204);
    }

    private void handBack(String manager, String refund) {
        http.as(manager)
                .post("/api/v1/admin/refunds/" + refund + "/settlements", Map.of("note", "现金"))
                .expect(200);
    }
}
