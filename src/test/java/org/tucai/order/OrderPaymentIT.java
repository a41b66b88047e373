package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.payment.GiveBack;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentStatus;
import org.tucai.payment.RefundStatus;
import org.tucai.platform.web.Cursor;
import org.tucai.testing.TucaiTest;

/** Money coming in: exactly, late, twice, too little, too late. */
@TucaiTest
class OrderPaymentIT {
    private final Shop shop;

    OrderPaymentIT(Shop shop) {
        this.shop = shop;
    }

    @Test
    void becomesPaidByTheCallback() {
        Order order = shop.place();
        Payment payment = shop.begin(order);

        shop.pay(payment);
        shop.jobs.runDue();

        Order paid = shop.now(order);
        assertThat(paid.status()).isEqualTo(OrderStatus.PAID);
        assertThat(paid.paidMinor()).isEqualTo(Shop.FEE);
        assertThat(shop.now(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(shop.heard.heard()).containsExactly("paid " + order.captureNo());
    }

    @Test
    void countsARepeatedCallbackOnce() {
        Order order = shop.place();

        shop.pay(shop.begin(order), Map.of("callbacks", 4)).expect(200);
        shop.jobs.runDue();

        assertThat(shop.number("SELECT COUNT(*) FROM sandbox_callback WHERE posted_at IS NOT NULL"))
                .isEqualTo(4);
        assertThat(shop.heard.heard()).hasSize(1);
        assertThat(shop.payments.refundsOf(order.no())).isEmpty();
        assertThat(shop.number("SELECT COUNT(*) FROM state_transition WHERE to_state = 'SUCCEEDED'"))
                .isEqualTo(1);
    }

    @Test
    void aLateCallbackIsAccepted() {
        Order order = shop.place();
        shop.pay(shop.begin(order), Map.of("callbackAfterSeconds", 3600)).expect(200);
        shop.jobs.runDue();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);

        shop.clock.advance(Duration.ofHours(1));
        shop.jobs.runDue();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void printsCannotBeChangedAfterTheTimeToPayBecauseThePaymentMayBeUnreported() {
        Order order = shop.place();
        shop.pay(shop.begin(order), Map.of("callbacks", 0)).expect(200);
        shop.clock.advance(Duration.ofDays(1));

        assertThatThrownBy(() -> shop.orders.requirePrints(order.captureNo(), Shop.prints(1), Shop.STUDENT))
                .hasMessage("order-not-awaiting-payment");
        shop.jobs.runDue();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void findsMoneyWhoseCallbackWasLost() {
        Order order = shop.place();
        shop.pay(shop.begin(order), Map.of("callbacks", 0)).expect(200);

        shop.clock.advance(Duration.ofMinutes(6));
        shop.jobs.runRecurring("check-open-payments");

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void theChannelIsAskedAtOnceWhenTheStudentIsWaiting() {
        Order order = shop.place();
        shop.pay(shop.begin(order), Map.of("callbacks", 0)).expect(200);

        shop.cashier.check(order.no());

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void anUnderpaymentIsRefundedAndNeedsAttentionUntilItIsBack() {
        Order order = shop.place();
        Payment payment = shop.begin(order);

        shop.pay(payment, Map.of("amountMinor", 100)).expect(200);
        shop.jobs.runDue();
        assertThat(unkept()).containsExactly(payment.no());
        shop.settleRefunds();

        Payment mismatched = shop.now(payment);
        assertThat(mismatched.status()).isEqualTo(PaymentStatus.MISMATCHED);
        assertThat(mismatched.giveBack()).isEqualTo(GiveBack.WRONG_AMOUNT);
        assertThat(mismatched.refundedMinor()).isEqualTo(100);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(unkept()).isEmpty();
    }

    @Test
    void theSandboxTakesNoAmountThatTheBooksCouldNotAddUp() {
        Payment payment = shop.begin(shop.place());

        shop.pay(payment, Map.of("amountMinor", 100_000_001)).expectProblem(422, "invalid-fields");
        shop.pay(payment, Map.of("amountMinor", Long.MAX_VALUE)).expectProblem(422, "invalid-fields");
        shop.pay(payment, Map.of("amountMinor", 100_000_000)).expect(200);
    }

    private List<String> unkept() {
        return shop.payments.payments(null, true, null, Cursor.END, 10).items().stream()
                .map(Payment::no)
                .toList();
    }

    @Test
    void anOrderCanBePaidAfterAnUnderpaymentWasRefunded() {
        Order order = shop.place();
        shop.pay(shop.begin(order), Map.of("amountMinor", 1)).expect(200);
        shop.settleRefunds();

        Order paid = shop.paid(order);

        assertThat(paid.status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void waitsForASilentChannelButNotForEver() {
        Order order = shop.place();
        shop.pay(shop.begin(order), Map.of("callbacks", 0)).expect(200);
        shop.run("UPDATE payment SET gateway = 'gone'");
        everyHour(47 + 24);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);

        everyHour(2);

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        shop.run("UPDATE payment SET gateway = 'sandbox'");
        shop.jobs.runRecurring("check-open-payments");
        shop.settleRefunds();
        assertThat(shop.number("SELECT refunded_minor FROM payment")).isEqualTo(Shop.FEE);
    }

    private void everyHour(int hours) {
        for (int i = 0; i < hours; i++) {
            shop.clock.advance(Duration.ofHours(1));
            shop.jobs.runDue();
        }
    }

    @Test
    void aPaymentForACancelledOrderIsRefunded() {
        Order order = shop.place();
        Payment payment = shop.begin(order);
        shop.orders.cancel(order.captureNo(), Shop.STUDENT);
        shop.jobs.runDue();
        assertThat(shop.now(payment).status()).isEqualTo(PaymentStatus.CLOSED);

        shop.pay(payment, Map.of()).expectProblem(409, "sandbox-payment-closed");
        shop.pay(payment, Map.of("evenIfOver", true)).expect(200);
        shop.settleRefunds();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(shop.now(payment).giveBack()).isEqualTo(GiveBack.TOO_LATE);
        assertThat(shop.now(payment).refundedMinor()).isEqualTo(Shop.FEE);
    }

    @Test
    void aPaymentThatArrivedBeforeItsClosingIsKept() {
        Order order = shop.place();
        Payment payment = shop.begin(order);
        shop.pay(payment, Map.of("callbacks", 0)).expect(200);

        shop.clock.advance(Duration.ofHours(23));
        shop.jobs.run("close-payment", payment.no());

        assertThat(shop.now(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void expiresWhenNotPaidInTime() {
        Order order = shop.place();
        Payment payment = shop.begin(order);

        shop.clock.advance(Duration.ofDays(1));
        shop.jobs.runDue();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(shop.now(payment).status()).isEqualTo(PaymentStatus.CLOSED);
        assertThat(shop.heard.heard()).containsExactly("expired " + order.captureNo());
        assertThatThrownBy(() -> shop.begin(order)).hasMessage("order-not-awaiting-payment");
    }

    @Test
    void keepsMoneyPaidInTimeWhoseCallbackComesAfterTheDeadline() {
        Order order = shop.place();
        Payment payment = shop.begin(order);
        shop.clock.advance(Duration.ofHours(24).minusSeconds(5));
        shop.pay(payment, Map.of("callbackAfterSeconds", 60)).expect(200);
        shop.clock.advance(Duration.ofSeconds(5));

        shop.jobs.run("expire-order", order.no());
        shop.clock.advance(Duration.ofMinutes(1));
        shop.settleRefunds();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.now(payment).refundAskedMinor()).isZero();
        assertThat(shop.heard.heard()).containsExactly("paid " + order.captureNo());
    }

    @Test
    void doesNotExpireWhileTheChannelCannotBeAsked() {
        Order order = shop.place();
        Payment payment = shop.begin(order);
        shop.run("UPDATE payment SET gateway = 'away'");
        shop.clock.advance(Duration.ofDays(1));

        shop.jobs.runDue();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        shop.run("UPDATE payment SET gateway = 'sandbox'");
        shop.clock.advance(Duration.ofHours(1));
        shop.jobs.runDue();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(shop.now(payment).status()).isEqualTo(PaymentStatus.CLOSED);
    }

    @Test
    void theSecondOfTwoPaymentsIsRefunded() {
        Order order = shop.place();
        Payment first = shop.begin(order);
        shop.checkout.changePrints(order.no(), Shop.prints(1), Shop.STUDENT);
        Payment second = shop.begin(order);
        assertThat(second.no()).isNotEqualTo(first.no());

        shop.pay(second);
        shop.jobs.runDue();
        shop.pay(first, Map.of("evenIfOver", true)).expect(200);
        shop.settleRefunds();

        assertThat(shop.now(order).paymentNo()).isEqualTo(second.no());
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.now(first).giveBack()).isEqualTo(GiveBack.PAID_TWICE);
        assertThat(shop.now(first).refundedMinor()).isEqualTo(Shop.FEE);
        assertThat(shop.now(second).refundedMinor()).isZero();
    }

    @Test
    void aWithdrawnPaymentIsNotReusedThoughTheAmountIsTheSameAgain() {
        Order order = shop.place();
        Payment first = shop.begin(order);
        shop.checkout.changePrints(order.no(), Shop.prints(1), Shop.STUDENT);
        shop.checkout.changePrints(order.no(), null, Shop.STUDENT);

        Payment second = shop.begin(order); // before the job has closed the first
        shop.jobs.runDue();
        shop.pay(second);
        shop.jobs.runDue();

        assertThat(shop.now(first).status()).isEqualTo(PaymentStatus.CLOSED);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.now(order).paymentNo()).isEqualTo(second.no());
    }

    @Test
    void theSecondTransactionOfOnePaymentIsRefunded() {
        Order order = shop.place();
        Payment payment = shop.begin(order);
        shop.pay(payment);

        shop.pay(payment, Map.of("evenIfOver", true)).expect(200);
        shop.settleRefunds();

        assertThat(shop.now(payment).refundedMinor()).isZero();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.payments.paymentsOf(order.no())).hasSize(2);
        assertThat(shop.payments.refundsOf(order.no())).singleElement().satisfies(refund -> {
            assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
            assertThat(refund.paymentNo()).isNotEqualTo(payment.no());
        });
    }

    @Test
    void staysOpenWhenTheBankRefuses() {
        Order order = shop.place();
        Payment payment = shop.begin(order);

        shop.pay(payment, Map.of("fails", true)).expect(200);
        shop.jobs.runDue();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        shop.pay(payment);
        shop.jobs.runDue();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void openingAPaymentAgainForTheSameAmountReusesIt() {
        Order order = shop.place();
        Payment unprepared = shop.checkout.beginPayment(order.no(), shop.cashier.gateway(), Shop.STUDENT);

        Payment first = shop.begin(order);
        Payment again = shop.begin(order);

        assertThat(first.no()).isEqualTo(unprepared.no());
        assertThat(again.no()).isEqualTo(first.no());
        assertThat(again.prepayNo()).isEqualTo(first.prepayNo());
    }

    @Test
    void costsNothingWhenTheSchoolPays() {
        Order order = shop.orders.place(shop.wish("cap_test1", 0));

        assertThat(order.isPaid()).isTrue();
        assertThat(shop.heard.heard()).isEmpty();
        assertThat(shop.payments.paymentsOf(order.no())).isEmpty();
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Shop.MANAGER);
        assertThat(shop.payments.refundsOf(order.no())).isEmpty();
    }

    @Test
    void addsAndRemovesPrintsUntilPaid() {
        Order order = shop.place();

        Order more = shop.checkout.changePrints(order.no(), Shop.prints(3), Shop.STUDENT);
        assertThat(more.totalMinor()).isEqualTo(Shop.FEE + 3 * Shop.PRINT);
        assertThat(shop.book.addressOf(more)).isEqualTo(Shop.prints(3).address());
        Order fewer = shop.checkout.changePrints(order.no(), null, Shop.STUDENT);
        assertThat(fewer.totalMinor()).isEqualTo(Shop.FEE);
        assertThat(shop.book.addressOf(fewer)).isNull();

        shop.paid(order);
        assertThatThrownBy(() -> shop.checkout.changePrints(order.no(), Shop.prints(1), Shop.STUDENT))
                .hasMessage("order-not-awaiting-payment");
    }

    @Test
    void anOrderWithoutAFeeIsPaidOnceItsLastPrintIsRemoved() {
        PlaceOrder free = shop.wish("cap_test1", 0);
        Order order = shop.orders.place(new PlaceOrder(
                free.accountNo(),
                free.captureNo(),
                free.campaignNo(),
                free.fee(),
                free.printPrice(),
                Shop.prints(1),
                free.payBy()));
        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);

        Order paid = shop.checkout.changePrints(order.no(), null, Shop.STUDENT);

        assertThat(paid.isPaid()).isTrue();
        assertThat(shop.heard.heard()).containsExactly("paid cap_test1");
    }

    @Test
    void keepsTheAddressSealed() {
        Order order = shop.place();

        shop.checkout.changePrints(order.no(), Shop.prints(1), Shop.STUDENT);

        assertThat(shop.number("SELECT COUNT(*) FROM purchase_order WHERE address_sealed LIKE '%138%'"
                        + " OR FROM_BASE64(address_sealed) LIKE '%13812345678%'"))
                .isZero();
        assertThat(Shop.prints(1).toString()).doesNotContain("13812345678").doesNotContain("王小明");
    }

    @Test
    void placesOneOrderPerCapture() {
        Order order = shop.place();

        assertThat(shop.place().no()).isEqualTo(order.no());
        shop.orders.cancel(order.captureNo(), Shop.STUDENT);
        assertThat(shop.place().no()).isNotEqualTo(order.no());
    }
}
