package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tucai.capture.CaptureService;
import org.tucai.delivery.DisputeService;
import org.tucai.order.CheckoutService;
import org.tucai.payment.PaymentGateway.ChannelPayment;
import org.tucai.payment.PaymentGateway.ChannelRefund;
import org.tucai.payment.PaymentGateway.PaymentState;
import org.tucai.payment.PaymentGateway.RefundState;
import org.tucai.payment.PaymentService;
import org.tucai.payment.RefundOutcomeService;
import org.tucai.proofreading.ErratumService;
import org.tucai.proofreading.Resolution;
import org.tucai.review.DecisionService;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/**
 * A capture is locked before all that hangs on it. Whoever locked one of those first would block each that has the capture already, until
 * the database ends one of the two.
 */
@TucaiTest
class LockOrderIT {
    private static final List<String> HANGING_ON_IT =
            List.of("purchase_order", "payment", "refund", "review", "proofreading", "dispute");

    private final Journeys journeys;
    private final CaptureService captures;
    private final HeldTransaction held;
    private final People people;
    private final MutableClock clock;
    private final Http http;
    private final Rows rows;

    LockOrderIT(
            Journeys journeys,
            CaptureService captures,
            HeldTransaction held,
            People people,
            MutableClock clock,
            Http http,
            Rows rows) {
        this.journeys = journeys;
        this.captures = captures;
        this.held = held;
        this.people = people;
        this.clock = clock;
        this.http = http;
        this.rows = rows;
    }

    @Test
    void whenMoneyComesIn(PaymentService payments) {
        Walk walk = journeys.aBoundStudent();
        journeys.submit(walk);
        http.as(walk.token())
                .post("/api/v1/student/orders/" + only("purchase_order") + "/payments", null)
                .expect(201);
        ChannelPayment news =
                new ChannelPayment(only("payment"), PaymentState.PAID, "t1", 1500, "CNY", clock.instant());

        assertWaitsForTheCaptureOnly(walk, () -> payments.settle(news, "callback"));

        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    @Test
    void whenMoneyIsBack(RefundOutcomeService refunds) {
        Walk walk = journeys.aStudentInReview();
        journeys.decide(walk, "REJECT", List.of("blur"));
        String refund = only("refund");
        ChannelRefund news = new ChannelRefund(refund, RefundState.SUCCEEDED, "r1", 1500, null, clock.instant());

        assertWaitsForTheCaptureOnly(walk, () -> refunds.settle(news, "callback"));

        assertThat(rows.texts("SELECT status FROM purchase_order")).containsExactly("REFUNDED");
    }

    @Test
    void whenAnOrderExpires(CheckoutService checkout) {
        Walk walk = journeys.aBoundStudent();
        journeys.submit(walk);
        String order = only("purchase_order");
        clock.advance(Duration.ofHours(25));

        assertWaitsForTheCaptureOnly(walk, () -> checkout.expire(order));

        assertThat(rows.texts("SELECT status FROM purchase_order")).containsExactly("EXPIRED");
    }

    @Test
    void whenADecisionIsCarriedOut(DecisionService decisions) {
        Walk walk = journeys.aStudentInReview();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        http.as(reviewer)
                .post("/api/v1/review/reviews/" + review + "/decisions", Map.of("decision", "ACCEPT"))
                .expect(200);
        clock.advance(Duration.ofSeconds(11));

        assertWaitsForTheCaptureOnly(walk, () -> decisions.apply(review));

        assertThat(rows.texts("SELECT status FROM review")).containsExactly("EFFECTIVE");
    }

    @Test
    void whenAMistakeIsDealtWith(ErratumService errata) {
        Walk walk = journeys.anAcceptedStudent();
        String check = only("proofreading");
        rows.change("UPDATE proofreading SET status = 'DISPUTED'");

        assertWaitsForTheCaptureOnly(
                walk, () -> errata.resolve(check, Resolution.RETAKE, "请重新拍摄", CampaignFixtures.MANAGER));

        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("ERRATUM");
    }

    @Test
    void whenADisputeIsResolved(DisputeService disputes) {
        Walk walk = journeys.anAcceptedStudent();
        rows.change("INSERT INTO dispute (no, school_no, capture_no, photo_no, status, words, opened_at, version)"
                + " SELECT 'dsp_1', school_no, no, photo_no, 'OPEN', '不是本人', changed_at, 0 FROM capture");

        assertWaitsForTheCaptureOnly(walk, () -> disputes.resolve("dsp_1", "请重新拍摄", true, CampaignFixtures.MANAGER));

        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("ERRATUM");
    }

    private String only(String table) {
        return rows.texts("SELECT no FROM " + table).getFirst();
    }

    /** Somebody holds the capture: the work waits for it, and holds nothing itself meanwhile. */
    private void assertWaitsForTheCaptureOnly(Walk walk, Runnable work) {
        AtomicReference<CompletableFuture<Void>> waiting = new AtomicReference<>();

        held.watchedBy(() -> captures.lock(walk.captureNo()), () -> {
            waiting.set(CompletableFuture.runAsync(work));
            rows.awaitExecuting("SELECT * FROM capture WHERE no = %FOR UPDATE");
            for (String table : HANGING_ON_IT) {
                assertThat(rows.texts("SELECT no FROM " + table + " FOR UPDATE SKIP LOCKED"))
                        .as("free rows of %s", table)
                        .hasSize((int) rows.number("SELECT COUNT(*) FROM " + table));
            }
        });

        waiting.get().join();
    }
}
