package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Irregular payments: what is owed is kept once, everything else is refunded, and the books agree. */
@TucaiTest
class BadPaymentIT {
    private static final long FEE = 1500;

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private Walk walk;
    private String order;

    BadPaymentIT(Http http, Journeys journeys, People people, DueJobs jobs, MutableClock clock, Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aStudentWhoHasToPay() {
        walk = journeys.aBoundStudent();
        journeys.submit(walk);
        order = journeys.orderOf(walk);
    }

    static Stream<Arguments> oddMoney() {
        return Stream.of(
                Arguments.of("a fen too little", Map.of("amountMinor", FEE - 1), FEE - 1),
                Arguments.of("a fen too much", Map.of("amountMinor", FEE + 1), FEE + 1),
                Arguments.of("nothing", Map.of("amountMinor", 0), 0L),
                Arguments.of("refused by the bank", Map.of("fails", true), 0L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddMoney")
    void aWrongAmountIsRefundedAndTheOrderCanStillBePaid(String what, Map<String, Object> wish, long cameIn) {
        pay(wish).expect(200);
        journeys.settle();

        assertThat(status()).isEqualTo("AWAITING_PAYMENT");
        assertMoney(cameIn, cameIn);
        if (cameIn > 0) {
            assertToldThatItGoesBack("%d.%02d".formatted(cameIn / 100, cameIn % 100));
        }
        walk = journeys.again(walk);
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        assertMoney(cameIn + FEE, cameIn);
    }

    @Test
    void payingTwiceKeepsOneFee() {
        String prepay = begin();
        pay(prepay, Map.of("callbacks", 3)).expect(200);
        jobs.runDue();

        pay(prepay, Map.of()).expectProblem(409, "sandbox-paid-already");
        http.as(walk.token())
                .post("/api/v1/student/orders/" + order + "/payments", null)
                .expectPlainProblem(409, "order-not-awaiting-payment");
        pay(prepay, Map.of("evenIfOver", true)).expect(200);
        journeys.settle();

        assertThat(status()).isEqualTo("PAID");
        assertMoney(2 * FEE, FEE);
        assertToldThatItGoesBack("15.00");
    }

    @Test
    void anOverpaymentNeedsAttentionUntilItIsBackWithItsPayer() {
        String prepay = begin();
        http.post("/sandbox/payments/" + prepay + "/refund-outcomes", Map.of("outcome", "CLOSED"))
                .expect(204);
        pay(prepay, Map.of("amountMinor", FEE + 1)).expect(200);
        journeys.settle();
        Http manager = http.as(people.aManager());
        assertThat(unkept(manager)).hasSize(1);
        String refund = manager.get("/api/v1/admin/refunds?attention=true").at("items.0.no");

        manager.post("/api/v1/admin/refunds/" + refund + "/settlements", Map.of("note", "银行转账"))
                .expect(200);

        assertThat(unkept(manager)).isEmpty();
        assertThat(http.as(walk.token()).get("/api/v1/student/messages").text())
                .as("was told before that it comes the way it was paid")
                .contains("15.01元已由采集单位线下退还");
    }

    private static List<Object> unkept(Http manager) {
        return manager.get("/api/v1/admin/payments?attention=true").expect(200).at("items");
    }

    @Test
    void openingThePaymentSheetTwiceBeginsOnePayment() {
        assertThat(begin()).isEqualTo(begin());
    }

    @Test
    void aPaymentForAWithdrawnOrderIsRefunded() {
        String prepay = begin();
        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/withdrawals", null)
                .expect(200);
        jobs.runDue();

        pay(prepay, Map.of()).expectProblem(409, "sandbox-payment-closed");
        pay(prepay, Map.of("evenIfOver", true)).expect(200);
        journeys.settle();

        assertThat(status()).isEqualTo("CANCELLED");
        assertMoney(FEE, FEE);
        assertThat(journeys.status(journeys.again(walk))).isEqualTo("TO_SUBMIT");
        assertToldThatItGoesBack("15.00");
    }

    @Test
    void aPaymentForAnAbandonedCaptureIsRefunded() {
        String prepay = begin();
        journeys.giveUp(walk);
        jobs.runDue();

        pay(prepay, Map.of("evenIfOver", true)).expect(200);
        journeys.settle();

        assertMoney(FEE, FEE);
        assertToldThatItGoesBack("15.00");
    }

    @Test
    void anUnpaidOrderExpiresAndThePhotoMayBeSubmittedAgain() {
        begin();
        clock.advance(Duration.ofDays(3));
        jobs.runDue();
        walk = journeys.again(walk);

        assertThat(status()).isEqualTo("EXPIRED");
        assertThat(journeys.nextStep(walk)).isEqualTo("SUBMIT");
        String photo = http.as(walk.token())
                .get("/api/v1/student/captures/" + walk.captureNo())
                .at("photoNo");
        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/submissions", Map.of("photoNo", photo))
                .expect(200);
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    /** While the channel does not answer, the order expires hours late. */
    @Test
    void anOverdueOrderIsNotShownAsPayable() {
        String path = "/api/v1/student/orders/" + order;
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        walk = journeys.again(walk);
        assertThat(http.as(walk.token()).get(path).<Boolean>at("payable")).isTrue();

        clock.advance(Duration.ofSeconds(1));

        Http.Reply over = http.as(walk.token()).get(path).expect(200);
        assertThat(over.<String>at("status")).isEqualTo("AWAITING_PAYMENT");
        assertThat(over.<Boolean>at("payable")).isFalse();
        http.as(walk.token()).post(path + "/payments", null).expectPlainProblem(409, "order-not-awaiting-payment");
    }

    /** The fields of an address are stored as lines of one text: with an extra line nobody could read where the paid prints go. */
    @Test
    void aRecipientOnTwoLinesIsRefusedAndTheAddressStaysReadable() {
        String path = "/api/v1/student/orders/" + order;
        Http student = http.as(walk.token());
        student.put(path + "/prints", printsFor("王小明")).expect(200);

        assertThat(student.put(path + "/prints", printsFor("王\n小明"))
                        .expectPlainProblem(422, "invalid-fields")
                        .errors())
                .extracting(e -> e.get("pointer"))
                .containsExactly("/address/recipient");

        assertThat(student.get(path + "/address").expect(200).<String>at("recipient"))
                .isEqualTo("王小明");
    }

    private static Map<String, Object> printsFor(String recipient) {
        return Map.of(
                "count",
                1,
                "address",
                Map.of("recipient", recipient, "phone", "13812345678", "region", "北京市海淀区", "street", "学院路1号3号楼201"));
    }

    @Test
    void manualRefundsNeverExceedWhatWasPaid() {
        journeys.pay(walk);
        Http manager = http.as(people.aManager());
        String refunds = "/api/v1/admin/orders/" + order + "/refunds";

        manager.post(refunds, Map.of("amountMinor", 0, "reason", "协商")).expectPlainProblem(422, "invalid-fields");
        manager.post(refunds, Map.of("amountMinor", -5, "reason", "协商")).expectPlainProblem(422, "invalid-fields");
        manager.post(refunds, Map.of("amountMinor", FEE + 1, "reason", "协商"))
                .expectPlainProblem(409, "refund-above-remaining");
        manager.post(refunds, Map.of("amountMinor", 1000, "reason", "协商"), "Idempotency-Key", "r1")
                .expect(201);
        manager.post(refunds, Map.of("amountMinor", 1000, "reason", "协商"), "Idempotency-Key", "r1")
                .expect(201);
        manager.post(refunds, Map.of("amountMinor", 501, "reason", "协商"))
                .expectPlainProblem(409, "refund-above-remaining");
        manager.post(refunds, Map.of("amountMinor", 500, "reason", "协商")).expect(201);
        manager.post(refunds, Map.of("amountMinor", 1, "reason", "协商"))
                .expectPlainProblem(409, "order-nothing-to-refund");
        journeys.settle();

        assertMoney(FEE, FEE);
    }

    /** It does not matter why the first answer was lost: the server may have died, or returned 500 after its commit. */
    @Test
    void aManualRefundRepeatedWithItsKeyIsNotPaidTwiceThoughItsAnswerWasLost() {
        journeys.pay(walk);
        Http manager = http.as(people.aManager());
        String payment = rows.texts("SELECT no FROM payment").getFirst();
        String ofOrder = "/api/v1/admin/orders/" + order + "/refunds";
        String ofPayment = "/api/v1/admin/payments/" + payment + "/refunds";
        Map<String, Object> part = Map.of("amountMinor", 500, "reason", "协商");
        Map<String, Object> more = Map.of("amountMinor", FEE - 500, "reason", "协商"); // nothing is left then
        String first =
                manager.post(ofOrder, part, "Idempotency-Key", "r1").expect(201).at("no");
        String second = manager.post(ofPayment, more, "Idempotency-Key", "r2")
                .expect(201)
                .at("no");
        rows.change("DELETE FROM idempotency_record");

        Http.Reply again = manager.post(ofOrder, part, "Idempotency-Key", "r1").expect(201);
        Http.Reply otherAgain =
                manager.post(ofPayment, more, "Idempotency-Key", "r2").expect(201);

        assertThat(again.<String>at("no")).isEqualTo(first);
        assertThat(otherAgain.<String>at("no")).isEqualTo(second);
        journeys.settle();
        assertMoney(FEE, FEE);
        assertThat(rows.number("SELECT COUNT(*) FROM refund")).isEqualTo(2);
    }

    @Test
    void theIdempotencyKeyOfARefundIsRefusedForAnotherAmountOrReason() {
        journeys.pay(walk);
        Http manager = http.as(people.aManager());
        String refunds = "/api/v1/admin/orders/" + order + "/refunds";
        manager.post(refunds, Map.of("amountMinor", 500, "reason", "协商"), "Idempotency-Key", "r1")
                .expect(201);
        rows.change("DELETE FROM idempotency_record");

        manager.post(refunds, Map.of("amountMinor", 600, "reason", "协商"), "Idempotency-Key", "r1")
                .expectPlainProblem(409, "idempotency-key-reused");
        rows.change("DELETE FROM idempotency_record");
        manager.post(refunds, Map.of("amountMinor", 500, "reason", "误收"), "Idempotency-Key", "r1")
                .expectPlainProblem(409, "idempotency-key-reused");

        http.as(people.aManager())
                .post(refunds, Map.of("amountMinor", 600, "reason", "协商"), "Idempotency-Key", "r1")
                .expect(201);
        journeys.settle();
        assertMoney(FEE, 1100);
    }

    private String begin() {
        String bundle = http.as(walk.token())
                .post("/api/v1/student/orders/" + order + "/payments", null)
                .expect(201)
                .at("parameters.package");
        return bundle.substring("prepay_id=".length());
    }

    private Http.Reply pay(Map<String, Object> wish) {
        return pay(begin(), wish);
    }

    private Http.Reply pay(String prepay, Map<String, Object> wish) {
        return http.post("/sandbox/payments/" + prepay + "/pay", wish);
    }

    private String status() {
        return rows.texts("SELECT status FROM purchase_order WHERE no = ?", order)
                .getFirst();
    }

    private void assertMoney(long cameIn, long wentBack) {
        assertThat(rows.number("SELECT COALESCE(SUM(paid_minor), 0) FROM payment"))
                .isEqualTo(cameIn);
        assertThat(rows.number("SELECT COALESCE(SUM(refunded_minor), 0) FROM payment"))
                .isEqualTo(wentBack);
        assertThat(rows.number("SELECT COUNT(*) FROM refund WHERE status <> 'SUCCEEDED'"))
                .isZero();
        Http.Reply books =
                http.as(people.aManager()).get("/api/v1/admin/money/check").expect(200);
        assertThat(books.<List<Object>>at("faults")).isEmpty();
    }

    private void assertToldThatItGoesBack(String yuan) {
        assertThat(http.as(walk.token()).get("/api/v1/student/messages").text())
                .contains("支付的" + yuan + "元未能计入订单", "正在原路退回");
        assertThat(rows.number(
                        "SELECT COUNT(*) FROM sandbox_message WHERE channel = 'SMS' AND template = 'MONEY_NOT_KEPT'"))
                .isEqualTo(1);
    }
}
