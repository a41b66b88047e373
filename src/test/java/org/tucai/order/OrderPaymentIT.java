package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.payment.Cashier;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentBook;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.TucaiTest;

@TucaiTest
class OrderPaymentIT {
    private static final Actor STUDENT = new Actor(Role.STUDENT, "acc_0000000000000000000A");

    private final OrderService orders;
    private final OrderBook orderBook;
    private final CheckoutService checkout;
    private final Cashier cashier;
    private final PaymentBook payments;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Http http;

    OrderPaymentIT(
            OrderService orders,
            OrderBook orderBook,
            CheckoutService checkout,
            Cashier cashier,
            PaymentBook payments,
            DueJobs jobs,
            MutableClock clock,
            Http http) {
        this.orders = orders;
        this.orderBook = orderBook;
        this.checkout = checkout;
        this.cashier = cashier;
        this.payments = payments;
        this.jobs = jobs;
        this.clock = clock;
        this.http = http;
    }

    @Test
    void becomesPaidByTheCallback() {
        Order order = place("cap_1", 1500);
        Payment payment = prepare(order);

        pay(payment, Map.of()).expect(200);
        jobs.runDue();

        assertThat(orderBook.require(order.no()).status()).isEqualTo(OrderStatus.PAID);
    }

    private Order place(String captureNo, long fen) {
        return orders.place(new PlaceOrder(
                STUDENT.no(),
                captureNo,
                "cmp_1",
                Money.fen(fen),
                Money.fen(500),
                null,
                clock.instant().plus(Duration.ofDays(1))));
    }

    private Payment prepare(Order order) {
        return cashier.prepare(checkout.beginPayment(order.no(), cashier.gateway(), STUDENT))
                .payment();
    }

    private Http.Reply pay(Payment payment, Map<String, Object> wish) {
        return http.post("/sandbox/payments/" + payment.prepayNo() + "/pay", wish);
    }
}
