package org.tucai.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucai.payment.Cashier;
import org.tucai.payment.OpenPayment;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentBook;
import org.tucai.payment.PaymentService;
import org.tucai.payment.PaymentStatus;
import org.tucai.payment.Refund;
import org.tucai.payment.RefundService;
import org.tucai.payment.RefundStatus;
import org.tucai.payment.RequestRefund;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A callback is believed only if the channel signed it, recently, and it is about something we know. */
@TucaiTest
class SandboxCallbackIT {
    private final PaymentService payments;
    private final PaymentBook book;
    private final Cashier cashier;
    private final SandboxSignature signature;
    private final RefundService refunds;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Http http;
    private Payment payment;

    SandboxCallbackIT(
            PaymentService payments,
            PaymentBook book,
            Cashier cashier,
            SandboxSignature signature,
            RefundService refunds,
            DueJobs jobs,
            MutableClock clock,
            Http http) {
        this.payments = payments;
        this.book = book;
        this.cashier = cashier;
        this.signature = signature;
        this.refunds = refunds;
        this.jobs = jobs;
        this.clock = clock;
        this.http = http;
    }

    @BeforeEach
    void aPreparedPayment() {
        OpenPayment wish = new OpenPayment(
                "tst_1", "acc_test", "测试", Money.fen(1500), clock.instant().plus(Duration.ofDays(1)));
        payment = cashier.prepare(payments.open(wish, "sandbox")).payment();
    }

    @Test
    void acceptsASignedCallback() {
        post(body(payment.no()), clock.instant(), null).expect(204);

        assertThat(book.payment(payment.no()).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void acceptsAReplayWithoutCountingItAgain() {
        post(body(payment.no()), clock.instant(), null).expect(204);
        post(body(payment.no()), clock.instant(), null).expect(204);

        assertThat(book.payment(payment.no()).paidMinor()).isEqualTo(1500);
        assertThat(book.paymentsOf("tst_1")).hasSize(1);
    }

    @Test
    void refusesAForgedSignature() {
        post(body(payment.no()), clock.instant(), "bm90IGEgc2lnbmF0dXJl").expectProblem(401, "callback-not-authentic");

        assertThat(book.payment(payment.no()).status()).isEqualTo(PaymentStatus.AWAITING);
    }

    @Test
    void refusesABodyThatWasChangedUnderTheSignature() {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String signed = signature.sign(timestamp, "n", body(payment.no()));

        post(body(payment.no()).replace("1500", "1"), clock.instant(), signed)
                .expectProblem(401, "callback-not-authentic");
    }

    @Test
    void refusesASignatureMoreThanFiveMinutesOff() {
        post(body(payment.no()), clock.instant().minus(Duration.ofMinutes(6)), null)
                .expectProblem(401, "callback-not-authentic");
        post(body(payment.no()), clock.instant().plus(Duration.ofMinutes(6)), null)
                .expectProblem(401, "callback-not-authentic");
    }

    @Test
    void refusesACallbackWithoutHeaders() {
        http.post("/callbacks/payments/sandbox", body(payment.no())).expectProblem(401, "callback-not-authentic");
    }

    @Test
    void answersUnknownForForeignPayments() {
        post(body("pay_somebody-elses"), clock.instant(), null).expectProblem(404, "callback-unknown");
        http.post("/callbacks/payments/nobody", body(payment.no())).expectProblem(404, "not-found");
    }

    /** A signature proves who speaks, not that the content can be true. */
    @Test
    void aTransactionOfOnePaymentIsNotCountedForAnother() {
        post(body(payment.no()), clock.instant(), null).expect(204);
        OpenPayment wish = new OpenPayment(
                "tst_other", "acc_test", "测试", Money.fen(1500), clock.instant().plus(Duration.ofDays(1)));
        Payment other = cashier.prepare(payments.open(wish, "sandbox")).payment();

        post(body(other.no()), clock.instant(), null).expectProblem(404, "callback-unknown");

        assertThat(book.payment(other.no()).status()).isEqualTo(PaymentStatus.AWAITING);
        assertThat(book.payment(payment.no()).paidMinor()).isEqualTo(1500);
        assertThat(book.balance().received()).isEqualTo(1500);
    }

    @Test
    void aSecondTransactionOfAPaymentIsGivenBackOnceHoweverOftenItIsTold() {
        post(body(payment.no()), clock.instant(), null).expect(204);
        String second = body(payment.no()).replace("txn_1", "txn_2");

        post(second, clock.instant(), null).expect(204);
        post(second, clock.instant(), null).expect(204);

        assertThat(book.paymentsOf("tst_1")).extracting(Payment::paidMinor).containsExactly(1500L, 1500L);
        assertThat(book.refundsOf("tst_1")).extracting(Refund::amountMinor).containsExactly(1500L);
    }

    @RepeatedTest(3)
    void countsACallbackOnceThoughItArrivesTwiceAtOnce() {
        List<Object> replies = Race.twice(() -> post(body(payment.no()), clock.instant(), null));

        assertThat(replies).allSatisfy(r -> ((Http.Reply) r).expect(204));
        assertThat(book.payment(payment.no()).paidMinor()).isEqualTo(1500);
        assertThat(book.paymentsOf("tst_1")).hasSize(1);
    }

    @RepeatedTest(5)
    void twoRequestsThatPrepareOnePaymentAtOnceGetTheSamePrepayNumber() {
        OpenPayment wish = new OpenPayment(
                "tst_2", "acc_test", "测试", Money.fen(1500), clock.instant().plus(Duration.ofDays(1)));
        Payment opened = payments.open(wish, "sandbox");

        List<Object> prepared =
                Race.twice(() -> cashier.prepare(opened).payment().prepayNo());

        assertThat(prepared).doesNotContainNull().hasSize(2).containsOnly(prepared.getFirst());
        assertThat(prepared.getFirst()).isInstanceOf(String.class);
    }

    @Test
    void refundCallbacksOutOfOrderDoNotUndoTheSuccess() {
        http.post("/sandbox/payments/" + payment.prepayNo() + "/pay", Map.of()).expect(200);
        jobs.runDue();
        Refund refund = refunds.request(new RequestRefund(payment.no(), Money.fen(1500), "测试", Actor.SYSTEM));
        jobs.run("submit-refund", refund.no());

        post(refundBody("SUCCESS", refund), clock.instant(), null).expect(204);
        post(refundBody("PROCESSING", refund), clock.instant(), null).expect(204);
        post(refundBody("CLOSED", refund), clock.instant(), null).expect(204);
        post(refundBody("SUCCESS", refund), clock.instant(), null).expect(204);

        assertThat(book.refund(refund.no()).status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(book.payment(payment.no()).refundedMinor()).isEqualTo(1500);
        assertThat(book.payment(payment.no()).paidMinor()).isEqualTo(1500);
    }

    /** The time limit of a request ends with the headers of its answer; the job's thread would wait for the rest for ever. */
    @Test
    @Timeout(30)
    void aCallbackIsDeliveredThoughItsAnswerNeverEnds(
            SandboxCallbackRepository callbacks,
            SandboxChannelService channel,
            SandboxRefundService channelRefunds,
            ObjectMapper json,
            Rows rows)
            throws IOException {
        http.post("/sandbox/payments/" + payment.prepayNo() + "/pay", Map.of()).expect(200);
        String callback = rows.texts("SELECT no FROM sandbox_callback").getFirst();
        HttpServer merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        merchant.createContext("/", answering -> {
            answering.getRequestBody().readAllBytes();
            answering.sendResponseHeaders(200, 1000);
            answering.getResponseBody().flush(); // and never a byte of it
        });
        merchant.start();
        String url = "http://127.0.0.1:" + merchant.getAddress().getPort();

        try {
            new PostSandboxCallbackJob(
                            callbacks,
                            channel,
                            channelRefunds,
                            signature,
                            json,
                            clock,
                            new PostSandboxCallbackJob.CallbackAddress(() -> null, url))
                    .run(callback);
        } finally {
            merchant.stop(0);
        }

        assertThat(rows.number("SELECT COUNT(*) FROM sandbox_callback WHERE posted_at IS NOT NULL"))
                .isEqualTo(1);
    }

    private String refundBody(String state, Refund refund) {
        return """
                {"id":"cbk_2","eventType":"REFUND.%s","number":"%s","channelNumber":"rfn_1",\
                "amountMinor":1500,"currency":"CNY","at":"%s"}""".formatted(state, refund.no(), clock.instant());
    }

    private String body(String paymentNo) {
        return """
                {"id":"cbk_1","eventType":"TRANSACTION.SUCCESS","number":"%s","channelNumber":"txn_1",\
                "amountMinor":1500,"currency":"CNY","at":"%s"}""".formatted(paymentNo, clock.instant());
    }

    private Http.Reply post(String body, Instant at, String forged) {
        String timestamp = Long.toString(at.getEpochSecond());
        return http.post(
                "/callbacks/payments/sandbox",
                body,
                SandboxSignature.TIMESTAMP,
                timestamp,
                SandboxSignature.NONCE,
                "n",
                SandboxSignature.SIGNATURE,
                Objects.requireNonNullElseGet(forged, () -> signature.sign(timestamp, "n", body)));
    }
}
