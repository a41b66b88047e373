package org.tucai.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tucai.payment.PaymentGateway.ChannelPayment;
import org.tucai.payment.PaymentGateway.PaymentState;
import org.tucai.platform.job.Lines;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Cursor;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Many payments of a channel that does not answer. */
@TucaiTest
class SilentChannelIT {
    private static final String SILENT = "silent";
    private static final String TALKING = "talking";
    private static final String HANGING = "hanging";
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private static final int MORE_THAN_A_ROUND_TAKES = 101;

    private final PaymentService payments;
    private final RefundService refunds;
    private final RefundOutcomeService outcomes;
    private final PaymentRepository rows;
    private final RefundRepository refundRows;
    private final PaymentBook book;
    private final MutableClock clock;
    private final Rows tables;
    private final List<String> asked = new ArrayList<>();
    private final Gateways gateways;
    private final Cashier cashier;
    private volatile boolean hangs = true;

    SilentChannelIT(
            PaymentService payments,
            RefundService refunds,
            RefundOutcomeService outcomes,
            PaymentRepository rows,
            RefundRepository refundRows,
            PaymentBook book,
            MutableClock clock,
            Rows tables) {
        this.payments = payments;
        this.refunds = refunds;
        this.outcomes = outcomes;
        this.rows = rows;
        this.refundRows = refundRows;
        this.book = book;
        this.clock = clock;
        this.tables = tables;
        this.gateways = new Gateways(
                List.of(new Channel(SILENT), new Channel(TALKING), new Channel(HANGING)),
                TALKING,
                new Lines(clock, Duration.ofMinutes(1), A_MOMENT));
        this.cashier = new Cashier(gateways, payments, book, new QuestionsOfPayers());
    }

    @Test
    void isAskedOncePerRoundOfCancellationsWhileOtherChannelsAreStillAsked() {
        open("ord_one", SILENT);
        open("ord_two", SILENT);
        open("ord_three", TALKING);
        ChannelRound round = new ChannelRound();

        assertThat(cashier.takeBack("ord_one", round)).isFalse();
        assertThat(cashier.takeBack("ord_two", round)).isFalse();
        assertThat(cashier.takeBack("ord_three", round)).isTrue();
        assertThat(cashier.takeBack("ord_nobody_pays", round)).isTrue();

        assertThat(asked).containsExactly("ord_one", "ord_three");
        assertThat(book.paymentsOf("ord_two").getFirst().status().isOpen()).isTrue();
        assertThat(book.paymentsOf("ord_three").getFirst().status().isOpen()).isFalse();
    }

    @Test
    void isAskedOncePerCheckAndANonsensicalAnswerDoesNotStopTheOthers() {
        open("ord_one", SILENT);
        open("ord_two", SILENT);
        open("ord_odd", TALKING);
        open("ord_three", TALKING);
        CheckOpenPaymentsJob job = new CheckOpenPaymentsJob(rows, payments, gateways, clock);

        job.run();
        assertThat(asked).as("the callback may be on its way").isEmpty();
        clock.advance(Duration.ofMinutes(6));
        job.run();
        assertThat(asked).containsExactly("ord_one", "ord_odd", "ord_three");
        job.run();

        assertThat(asked).containsExactly("ord_one", "ord_odd", "ord_three", "ord_two");
        assertThat(book.paymentsOf("ord_three").getFirst().status().isOpen()).isFalse();
    }

    @Test
    void withMorePaymentsThanARoundTakesKeepsNoOtherFromBeingAsked() {
        for (int i = 0; i < MORE_THAN_A_ROUND_TAKES; i++) {
            open("ord_silent" + i, SILENT);
        }
        open("ord_three", TALKING);
        clock.advance(Duration.ofMinutes(6));

        new CheckOpenPaymentsJob(rows, payments, gateways, clock).run();

        assertThat(asked).containsExactlyInAnyOrder("ord_silent0", "ord_three");
    }

    @Test
    void withMoreRefundsThanARoundTakesKeepsNoOtherFromBeingAsked() {
        for (int i = 0; i < MORE_THAN_A_ROUND_TAKES; i++) {
            refund("ord_silent" + i, SILENT);
        }
        refund("ord_three", TALKING);
        clock.advance(Duration.ofMinutes(11));

        new CheckOpenRefundsJob(refundRows, rows, outcomes, gateways, clock).run();

        assertThat(asked).containsExactlyInAnyOrder("ord_silent0", "ord_three");
    }

    /** Thousands of refunds may be due: each would keep a job thread until its own time-out, and messages would wait behind them. */
    @Test
    void theNextRefundDoesNotWaitForAChannelThatTimedOutAMomentAgo() {
        String first = refund("ord_one", SILENT);
        String next = refund("ord_two", SILENT);
        String other = refund("ord_three", TALKING);
        SubmitRefundJob job = new SubmitRefundJob(rows, outcomes, gateways, clock);
        assertThatThrownBy(() -> job.run(first)).isInstanceOf(GatewayException.class);

        assertThatThrownBy(() -> job.run(next))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(job.waitsOut(e)).isTrue());
        job.run(other);
        assertThat(asked).containsExactly("ord_one", "ord_three");

        clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> job.run(next)).hasMessage("timed out");
        assertThat(asked).containsExactly("ord_one", "ord_three", "ord_two");
    }

    private String refund(String subject, String gateway) {
        Payment open = open(subject, gateway);
        payments.settle(
                new ChannelPayment(open.no(), PaymentState.PAID, "txn_" + subject, 1500, "CNY", clock.instant()),
                "callback");
        Refund asked = refunds.request(new RequestRefund(open.no(), Money.fen(1500), "退款", Actor.SYSTEM));
        outcomes.submitting(asked.no());
        return asked.no();
    }

    /** Each would wait for its own time-out, and stand among the failed jobs one by one. */
    @Test
    void anExpiredPaymentIsLeftToTheRegularCheck() {
        open("ord_one", SILENT);
        String no = book.paymentsOf("ord_one").getFirst().no();
        ClosePaymentJob job = new ClosePaymentJob(rows, payments, gateways, clock);
        assertThatThrownBy(() -> job.run(no))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(job.waitsOut(e)).isTrue());

        clock.advance(Duration.ofDays(1));

        job.run(no);
        assertThat(status("ord_one").isOpen()).isTrue();
    }

    @Test
    void aPaymentNotMadeInTimeIsClosedWhenTheChannelIsBack() {
        open("ord_unpaid", TALKING);
        CheckOpenPaymentsJob job = new CheckOpenPaymentsJob(rows, payments, gateways, clock);
        clock.advance(Duration.ofHours(23));
        job.run();
        assertThat(status("ord_unpaid").isOpen()).isTrue();

        clock.advance(Duration.ofHours(1));
        job.run();

        assertThat(status("ord_unpaid")).isEqualTo(PaymentStatus.CLOSED);
    }

    @Test
    void anUnansweredPaymentNeedsAttentionAfterTwoDaysAndIsClosedAfterAMonth() {
        open("ord_one", SILENT);
        CheckOpenPaymentsJob job = new CheckOpenPaymentsJob(rows, payments, gateways, clock);
        clock.advance(Duration.ofDays(3));
        job.run();
        assertThat(attention()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        job.run();
        assertThat(attention()).containsExactly("ord_one");

        clock.advance(Duration.ofDays(28));
        job.run();
        assertThat(attention()).isEmpty();
        assertThat(status("ord_one")).isEqualTo(PaymentStatus.CLOSED);
    }

    @Test
    void aPaymentIsReusedOnlyForTheSameChannelAndBeforeItExpires() {
        String begun = open("ord_one", SILENT).no();
        assertThat(open("ord_one", SILENT).no()).isEqualTo(begun);

        String through = open("ord_one", TALKING).no();
        assertThat(through).isNotEqualTo(begun);

        clock.advance(Duration.ofDays(1));
        assertThat(open("ord_one", TALKING).no()).isNotIn(begun, through);
    }

    /** A payment begun at the desk, for nobody's account, cannot be paid with the WeChat of the student who took the capture over. */
    @Test
    void aPaymentIsReusedOnlyForTheSamePayer() {
        String begun = open("ord_one", TALKING).no();

        String other = open("ord_one", TALKING, "acc_other0000000000000").no();

        assertThat(other).isNotEqualTo(begun);
        assertThat(closings(begun)).isEqualTo(2);
        assertThat(closings(other)).isEqualTo(1);
    }

    /** The payment's closing jobs; one of them is for the end of its time. */
    private long closings(String payment) {
        return tables.number(
                "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'close-payment' AND task_instance LIKE ?",
                payment + "#%");
    }

    /** The student would wait until the phone gives up; a repetition with the same key would be told that the request is in progress. */
    @Test
    void keepsNoPayerWaitingAndThePaymentIsTheSameWhenItAnswersAgain() {
        Payment begun = open("ord_one", HANGING);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> cashier.prepare(begun))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(PaymentProblem.PAYMENT_CHANNEL_UNAVAILABLE));
        }
        assertThatThrownBy(() -> cashier.check("ord_one")).isInstanceOf(ProblemException.class);
        hangs = false;
        Cashier.Prepared prepared = cashier.prepare(open("ord_one", HANGING));

        assertThat(prepared.payment().no()).isEqualTo(begun.no());
        assertThat(prepared.payment().prepayNo()).isEqualTo("pre_" + begun.no());
    }

    @Test
    void aPaymentTakenBackWhileItWasBeingPreparedIsNotOffered() {
        Payment begun = open("ord_one", TALKING);
        cashier.takeBack("ord_one");
        hangs = false;

        assertThatThrownBy(() -> cashier.prepare(begun))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(PaymentProblem.PAYMENT_NOT_OPEN));
        assertThat(status("ord_one")).isEqualTo(PaymentStatus.CLOSED);
    }

    /** Two weeks of them may be missing; each would keep a job thread until its own time-out. */
    @Test
    void theNextBillIsNotAskedForIfOneTimedOutAMomentAgoWhilePaymentsStillAre() {
        Payment open = open("ord_three", TALKING);
        PaymentGateway channel = gateways.of(open);
        LocalDate day = LocalDate.parse("2026-04-20");
        for (int i = 0; i < 3; i++) {
            LocalDate next = day.plusDays(i);
            assertThatThrownBy(() -> gateways.bill(channel, next)).isInstanceOf(GatewayException.class);
        }

        cashier.takeBack("ord_three");

        assertThat(asked).containsExactly("2026-04-20", "ord_three");
        clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> gateways.bill(channel, day)).hasMessage("timed out");
    }

    private PaymentStatus status(String subject) {
        return book.paymentsOf(subject).getFirst().status();
    }

    private List<String> attention() {
        return book.payments(null, true, null, Cursor.END, 10).items().stream()
                .map(Payment::subjectNo)
                .toList();
    }

    private Payment open(String subject, String gateway) {
        return open(subject, gateway, "acc_test00000000000000");
    }

    private Payment open(String subject, String gateway, String payer) {
        clock.advance(Duration.ofSeconds(1)); // the oldest is queried first
        return payments.open(
                new OpenPayment(
                        subject,
                        payer,
                        "毕业生图像采集",
                        Money.fen(1500),
                        clock.instant().plus(Duration.ofDays(1))),
                gateway);
    }

    private static void hang() {
        try {
            assertThat(new CountDownLatch(1).await(5, TimeUnit.SECONDS))
                    .as("still waited for")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new GatewayException("given up", e);
        }
    }

    /** A channel that closes payments when asked to, or never answers. */
    private final class Channel implements PaymentGateway {
        private final String name;

        Channel(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public ChannelPayment close(Payment payment) {
            asked.add(payment.subjectNo());
            if (name.equals(SILENT)) {
                throw new GatewayException("timed out", null);
            }
            return new ChannelPayment(payment.no(), PaymentState.CLOSED, null, 0, payment.currency(), null);
        }

        @Override
        public Prepaid prepay(Payment payment) {
            if (hangs) {
                hang();
            }
            return new Prepaid("pre_" + payment.no(), Map.of());
        }

        @Override
        public ChannelPayment query(Payment payment) {
            if (name.equals(HANGING)) {
                hang();
            }
            ChannelPayment closed = close(payment);
            if (payment.subjectNo().equals("ord_unpaid")) {
                return new ChannelPayment(payment.no(), PaymentState.NOT_PAID, null, 0, payment.currency(), null);
            }
            return payment.subjectNo().equals("ord_odd")
                    ? new ChannelPayment(payment.no(), PaymentState.PAID, null, 1500, payment.currency(), null)
                    : closed;
        }

        @Override
        public ChannelRefund refund(Payment payment, Refund refund) {
            asked.add(refund.subjectNo());
            if (name.equals(SILENT)) {
                clock.advance(Duration.ofSeconds(10));
                throw new GatewayException("timed out", null);
            }
            return new ChannelRefund(refund.no(), RefundState.PROCESSING, "crf", 1500, null, null);
        }

        @Override
        public ChannelRefund queryRefund(Refund refund) {
            asked.add(refund.subjectNo());
            if (name.equals(SILENT)) {
                throw new GatewayException("timed out", null);
            }
            return new ChannelRefund(refund.no(), RefundState.PROCESSING, "crf", 1500, null, null);
        }

        @Override
        public List<BillLine> bill(LocalDate day) {
            asked.add(day.toString());
            clock.advance(Duration.ofSeconds(10));
            throw new GatewayException("timed out", null);
        }

        @Override
        public Notice readCallback(Function<String, @Nullable String> header, String body) {
            throw new UnsupportedOperationException();
        }
    }
}
