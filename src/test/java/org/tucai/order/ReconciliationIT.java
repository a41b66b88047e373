package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.payment.Refund;
import org.tucai.payment.RefundStatus;
import org.tucai.payment.sandbox.FickleChannel;
import org.tucai.payment.sandbox.FickleChannel.Mood;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** The channel's statements are compared with our books, and a stuck refund is brought to an end. */
@TucaiTest
class ReconciliationIT {
    private final Shop shop;
    private final Http http;
    private final People people;
    private final FickleChannel channel;
    private final Rows rows;
    private String manager;

    ReconciliationIT(Shop shop, Http http, People people, FickleChannel channel, Rows rows) {
        this.rows = rows;
        this.channel = channel;
        this.shop = shop;
        this.http = http;
        this.people = people;
    }

    @BeforeEach
    void aManager() {
        manager = people.aManager();
    }

    private Http.Reply reconciled() {
        return http.as(people.again(manager))
                .get("/api/v1/admin/money/reconciliations?day=2026-04-20")
                .expect(200);
    }

    @Test
    void bookAndBillAgreeOnADayOfPaymentsAndRefunds() {
        shop.paid();
        shop.orders.refund(shop.paid(shop.anotherPlace(2)).captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        shop.settleRefunds();

        Http.Reply day = reconciled();

        assertThat(day.<Boolean>at("agrees")).isTrue();
        assertThat(day.<Integer>at("theirReceived.minor")).isEqualTo(3000);
        assertThat(day.<Integer>at("ourReceived.minor")).isEqualTo(3000);
        assertThat(day.<Integer>at("theirRefunded.minor")).isEqualTo(1500);
        shop.jobs.runRecurring("reconcile-payments");
        assertThat(shop.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'reconciliation-differs'"))
                .isZero();
    }

    @Test
    void moneyThatOnlyTheChannelKnowsIsReported() {
        Order order = shop.paid();
        shop.paid(shop.anotherPlace(2));
        shop.run("DELETE FROM payment WHERE subject_no = '" + order.no() + "'");

        Http.Reply day = reconciled();

        assertThat(day.<Boolean>at("agrees")).isFalse();
        assertThat(day.<Object>at("differences.0.no")).isNull();
        assertThat(day.<Integer>at("differences.0.theirs.minor")).isEqualTo(1500);
        shop.clock.advance(Duration.ofDays(1));
        shop.jobs.runRecurring("reconcile-payments");
        assertThat(shop.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'reconciliation-differs'"))
                .isEqualTo(1);
    }

    @Test
    void moneyThatOnlyTheBillTellsOfIsBookedAndGoesBack() {
        Order order = shop.paid();
        String payment =
                rows.texts("SELECT payment_no FROM sandbox_transaction").getFirst();
        String prepay = rows.texts("SELECT prepay_no FROM sandbox_payment").getFirst();
        http.as(null)
                .post("/sandbox/payments/" + prepay + "/pay", Map.of("evenIfOver", true, "callbacks", 0))
                .expect(200);
        assertThat(reconciled().<Integer>at("differences.0.theirs.minor")).isEqualTo(1500);
        shop.clock.advance(Duration.ofDays(1));

        shop.jobs.runRecurring("reconcile-payments");
        shop.jobs.runRecurring("reconcile-payments");

        assertThat(differing()).as("once, then book and bill agree").isEqualTo(1);
        assertThat(reconciled().<Boolean>at("agrees")).isTrue();
        assertThat(shop.number("SELECT COUNT(*) FROM payment WHERE give_back = 'PAID_TWICE' AND subject_no = '"
                        + order.no() + "'"))
                .isEqualTo(1);
        assertThat(shop.number("SELECT SUM(amount_minor) FROM refund WHERE payment_no <> '" + payment + "'"))
                .isEqualTo(1500);
    }

    @Test
    void daysWithoutABillOrWithoutARunningServerAreReconciledLater() {
        Order order = shop.paid();
        shop.paid(shop.anotherPlace(2));
        shop.run("DELETE FROM payment WHERE subject_no = '" + order.no() + "'");
        channel.is(Mood.SILENT);
        shop.clock.advance(Duration.ofDays(1));
        shop.jobs.runRecurring("reconcile-payments");
        assertThat(differing()).isZero();

        channel.is(Mood.TALKING);
        shop.clock.advance(Duration.ofDays(4));
        shop.jobs.runRecurring("reconcile-payments");
        shop.jobs.runRecurring("reconcile-payments");

        assertThat(differing()).isEqualTo(1);
        assertThat(shop.number("SELECT COUNT(*) FROM reconciled_day WHERE day BETWEEN '2026-04-20' AND '2026-04-24'"))
                .isEqualTo(5);
        assertThat(shop.number("SELECT COUNT(*) FROM reconciled_day"))
                .as("nothing before the first payment")
                .isEqualTo(5);
    }

    @Test
    void aDayWithoutABillIsNotSaidToAgree() {
        channel.is(Mood.SILENT);

        http.as(people.again(manager))
                .get("/api/v1/admin/money/reconciliations?day=2026-04-20")
                .expectProblem(503, "payment-channel-unavailable");
    }

    @Test
    void anUnreadableBillDoesNotStopTheReconciliationOfOtherDays() {
        Order order = shop.paid();
        shop.run("DELETE FROM payment WHERE subject_no = '" + order.no() + "'");
        shop.paid(shop.anotherPlace(2));
        shop.clock.advance(Duration.ofDays(2));
        channel.garblesTheBillOf(LocalDate.parse("2026-04-20"));

        assertThatThrownBy(() -> shop.jobs.runRecurring("reconcile-payments"))
                .hasMessageContaining("failed for 1 of them");

        assertThat(shop.number("SELECT COUNT(*) FROM reconciled_day WHERE day = '2026-04-21'"))
                .isEqualTo(1);
        assertThat(differing()).isZero();
        channel.reset();
        shop.jobs.runRecurring("reconcile-payments");
        assertThat(differing()).isEqualTo(1);
    }

    private long differing() {
        return shop.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'reconciliation-differs'"
                + " AND subject = '2026-04-20'");
    }

    @Test
    void moneyThatOnlyWeKnowAndDifferingAmountsAreReported() {
        shop.paid();
        shop.run("UPDATE sandbox_transaction SET paid_minor = 1400");
        assertThat(reconciled().<Integer>at("differences.0.ours.minor")).isEqualTo(1500);
        assertThat(reconciled().<Integer>at("differences.0.theirs.minor")).isEqualTo(1400);

        shop.run("DELETE FROM sandbox_transaction");

        assertThat(reconciled().<Object>at("differences.0.theirs")).isNull();
        assertThat(reconciled().<Integer>at("differences.0.ours.minor")).isEqualTo(1500);
    }

    @Test
    void aRefundOfAnotherAmountThanOnTheBillIsReported() {
        shop.orders.refund(shop.paid().captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        shop.settleRefunds();
        shop.run("UPDATE sandbox_refund SET amount_minor = 1400");

        Http.Reply day = reconciled();

        assertThat(day.<String>at("differences.0.kind")).isEqualTo("REFUND");
        assertThat(day.<Integer>at("differences.0.ours.minor")).isEqualTo(1500);
        assertThat(day.<Integer>at("differences.0.theirs.minor")).isEqualTo(1400);
    }

    @Test
    void paymentsWhoseNumberAtTheChannelWeLackAreAllReportedWithoutOne() {
        shop.paid();
        shop.paid(shop.anotherPlace(2));
        shop.run("UPDATE payment SET transaction_no = NULL");
        shop.run("DELETE FROM sandbox_transaction");

        Http.Reply day = reconciled();

        assertThat(Http.column(day.at("differences"), "channelNo")).containsExactly(null, null);
        assertThat(Http.column(day.at("differences"), "no"))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void aChannelsBillIsComparedWithTheMoneyOfThatChannelOnly() {
        shop.orders.refund(shop.paid().captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        shop.settleRefunds();
        shop.run("UPDATE payment SET gateway = 'gone'");

        Http.Reply day = reconciled();

        assertThat(day.<Integer>at("ourReceived.minor")).isZero();
        assertThat(day.<Integer>at("theirReceived.minor")).isEqualTo(1500);
        assertThat(day.<Integer>at("ourRefunded.minor")).isZero();
        assertThat(day.<Integer>at("theirRefunded.minor")).isEqualTo(1500);
    }

    private Refund abnormal(Order order) {
        shop.run("UPDATE sandbox_payment SET refund_outcome = 'ABNORMAL'");
        Refund refund = shop.admin.refund(order.no(), Money.fen(1500), "协商退款", Shop.MANAGER, null);
        shop.settleRefunds();
        return refund;
    }

    @Test
    void anAbnormalRefundCompletedAtTheChannelIsFoundWithoutACallback() {
        Order order = shop.paid();
        Refund refund = abnormal(order);
        assertThat(shop.payments.refund(refund.no()).status()).isEqualTo(RefundStatus.ABNORMAL);

        shop.run("UPDATE sandbox_refund SET state = 'SUCCESS'");
        shop.clock.advance(Duration.ofMinutes(11));
        shop.jobs.runRecurring("check-open-refunds");

        assertThat(shop.payments.refund(refund.no()).status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void anAbnormalRefundIsListedAndRetriedUnderTheSameNumber() {
        Order order = shop.paid();
        Refund refund = abnormal(order);
        Http.Reply seen = http.as(people.again(manager)).get("/api/v1/admin/refunds?attention=true");
        assertThat(seen.<String>at("items.0.no")).isEqualTo(refund.no());
        assertThat(seen.<String>at("items.0.status")).isEqualTo("ABNORMAL");

        shop.run("UPDATE sandbox_payment SET refund_outcome = 'SUCCESS'");
        retry(refund).expect(200);
        shop.settleRefunds();

        assertThat(shop.payments.refund(refund.no()).status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(shop.number("SELECT COUNT(*) FROM sandbox_refund")).isEqualTo(1);
        retry(refund).expectProblem(409, "refund-not-stuck");
        assertThat(shop.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'refund-retried'"))
                .isEqualTo(1);
    }

    @Test
    void aRefundUnknownToTheChannelHasOneJobHoweverOftenItIsCheckedAndRetried() {
        Order order = shop.paid();
        String transaction = shop.payments.payment(shop.now(order).paymentNo()).transactionNo();
        shop.run("UPDATE payment SET transaction_no = 'txn_unknown'"); // the channel refuses the refund
        Refund refund = shop.admin.refund(order.no(), Money.fen(1500), "协商退款", Shop.MANAGER, null);
        shop.jobs.runDue();

        for (int i = 0; i < 4; i++) {
            shop.clock.advance(Duration.ofMinutes(11));
            shop.jobs.runRecurring("check-open-refunds");
            retry(refund).expect(200);
        }

        assertThat(shop.payments.refund(refund.no()).status()).isEqualTo(RefundStatus.SUBMITTED);
        assertThat(shop.number("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'submit-refund'"))
                .isEqualTo(1);
        shop.run("UPDATE payment SET transaction_no = '" + transaction + "'");
        shop.jobs.runRecurring("check-open-refunds");
        assertThat(shop.number("SELECT COUNT(*) FROM sandbox_refund"))
                .as("the check after the manager's retry asks at once")
                .isEqualTo(1);
        shop.settleRefunds();
        assertThat(shop.payments.refund(refund.no()).status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(shop.number("SELECT COUNT(*) FROM sandbox_refund")).isEqualTo(1);
    }

    private Http.Reply retry(Refund refund) {
        return http.as(people.again(manager)).post("/api/v1/admin/refunds/" + refund.no() + "/retries", Map.of());
    }
}
