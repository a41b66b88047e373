package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentGateway;
import org.tucai.payment.PaymentService;
import org.tucai.payment.Refund;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

/** Two do the same thing at the same moment. */
@TucaiTest
class MoneyRaceIT {
    private static final int TIMES = 5;

    private final Shop shop;
    private final PaymentService payments;
    private final List<PaymentGateway> gateways;

    MoneyRaceIT(Shop shop, PaymentService payments, PaymentGateway gateway) {
        this.shop = shop;
        this.payments = payments;
        this.gateways = List.of(gateway);
    }

    @RepeatedTest(TIMES)
    void twoCallbacksAtOnceCountOnce() {
        Order order = shop.place();
        Payment payment = shop.begin(order);
        shop.pay(payment, Map.of("callbacks", 0)).expect(200);
        PaymentGateway.ChannelPayment news = gateways.getFirst().query(payment);

        var ends = Race.<Void>ends(() -> settle(news), () -> settle(news));

        assertThat(ends).allMatch(Race.End::won);
        assertThat(shop.heard.heard()).hasSize(1);
        assertThat(shop.now(order).paidMinor()).isEqualTo(Shop.FEE);
        assertThat(shop.payments.refundsOf(order.no())).isEmpty();
    }

    @RepeatedTest(TIMES)
    void oneOfTwoPaymentsAtOnceIsRefunded() {
        Order order = shop.place();
        Payment first = shop.begin(order);
        shop.checkout.changePrints(order.no(), Shop.prints(1), Shop.STUDENT);
        Payment second = shop.begin(order);
        shop.pay(first, Map.of("callbacks", 0)).expect(200);
        shop.pay(second, Map.of("callbacks", 0)).expect(200);
        var news = List.of(gateways.getFirst().query(first), gateways.getFirst().query(second));

        var ends = Race.<Void>ends(() -> settle(news.getFirst()), () -> settle(news.getLast()));

        assertThat(ends).allMatch(Race.End::won);
        assertThat(shop.now(order).paymentNo()).isEqualTo(second.no());
        assertThat(shop.payments.refundsOf(order.no()))
                .singleElement()
                .extracting(Refund::paymentNo)
                .isEqualTo(first.no());
    }

    @RepeatedTest(TIMES)
    void refundsRequestedAtOnceNeverExceedWhatWasPaid() {
        Order order = shop.paid();

        var ends = Race.ends(() -> refund(order, 1000), () -> refund(order, 1000), () -> refund(order, 1000));

        assertThat(ends).filteredOn(Race.End::won).hasSize(1);
        assertThat(ends)
                .filteredOn(e -> !e.won())
                .allSatisfy(e -> assertThat(e.failure()).hasMessage("refund-above-remaining"));
        assertThat(shop.now(order).refundAskedMinor()).isEqualTo(1000);
    }

    @RepeatedTest(TIMES)
    void twoRejectionsAtOnceRefundTheFeeOnce() {
        Order order = shop.paid();

        var ends = Race.<Void>ends(() -> reject(order), () -> reject(order));

        assertThat(ends).allMatch(Race.End::won);
        assertThat(shop.payments.refundsOf(order.no())).hasSize(1);
    }

    @RepeatedTest(TIMES)
    void twoSubmissionsAtOncePlaceOneOrder() {
        PlaceOrder wish = shop.wish("cap_test1", Shop.FEE);

        var ends = Race.ends(
                () -> shop.orders.place(wish).no(),
                () -> shop.orders.place(wish).no());

        assertThat(ends).allMatch(Race.End::won);
        assertThat(ends.getFirst().value()).isEqualTo(ends.getLast().value());
        assertThat(shop.number("SELECT COUNT(*) FROM purchase_order")).isEqualTo(1);
        assertThat(shop.number("SELECT COUNT(*) FROM order_line")).isEqualTo(1);
    }

    @RepeatedTest(TIMES)
    void aPaymentDuringACancellationIsEitherKeptOrRefunded() {
        Order order = shop.place();
        Payment payment = shop.begin(order);
        shop.pay(payment, Map.of("callbacks", 0)).expect(200);
        PaymentGateway.ChannelPayment news = gateways.getFirst().query(payment);

        var ends = Race.<Void>ends(() -> settle(news), () -> {
            shop.orders.cancel(order.captureNo(), Shop.STUDENT);
            return null;
        });

        assertThat(ends).allMatch(Race.End::won);
        boolean kept = shop.now(order).status() == OrderStatus.PAID;
        assertThat(shop.payments.refundsOf(order.no())).hasSize(kept ? 0 : 1);
    }

    private Void settle(PaymentGateway.ChannelPayment news) {
        payments.settle(news, "callback");
        return null;
    }

    private Refund refund(Order order, long fen) {
        return shop.admin.refund(order.no(), Money.fen(fen), "协商退款", Shop.MANAGER, null);
    }

    private Void reject(Order order) {
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        return null;
    }
}
