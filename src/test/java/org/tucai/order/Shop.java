package org.tucai.order;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.tucai.payment.Cashier;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentBook;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.money.Money;
import org.tucai.platform.privacy.PersonName;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;

/** One student buying in the sandbox, through the services behind a student's requests. */
@Singleton
class Shop {
    static final Actor STUDENT = new Actor(Role.STUDENT, "acc_test00000000000000");
    static final Actor MANAGER = new Actor(Role.MANAGER, "stf_test00000000000000");
    static final long FEE = 1500;
    static final long PRINT = 500;

    final OrderService orders;
    final OrderBook book;
    final CheckoutService checkout;
    final AdminOrderService admin;
    final Cashier cashier;
    final PaymentBook payments;
    final DueJobs jobs;
    final MutableClock clock;
    final HeardOrders heard;
    private final Http http;
    private final DataSource source;

    Shop(
            OrderService orders,
            OrderBook book,
            CheckoutService checkout,
            AdminOrderService admin,
            Cashier cashier,
            PaymentBook payments,
            DueJobs jobs,
            MutableClock clock,
            HeardOrders heard,
            Http http,
            DataSource source) {
        this.orders = orders;
        this.book = book;
        this.checkout = checkout;
        this.admin = admin;
        this.cashier = cashier;
        this.payments = payments;
        this.jobs = jobs;
        this.clock = clock;
        this.heard = heard;
        this.http = http;
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    PlaceOrder wish(String captureNo, long feeFen) {
        return new PlaceOrder(
                STUDENT.no(),
                captureNo,
                "cmp_test",
                Money.fen(feeFen),
                Money.fen(PRINT),
                null,
                clock.instant().plus(Duration.ofDays(1)));
    }

    Order place() {
        return orders.place(wish(HeardOrders.ONLY_HERE + 1, FEE));
    }

    Order anotherPlace(int n) {
        return orders.place(wish(HeardOrders.ONLY_HERE + n, FEE));
    }

    Order paid() {
        return paid(place());
    }

    Order paid(Order order) {
        pay(begin(order));
        jobs.runDue();
        return now(order);
    }

    static Prints prints(int count) {
        return new Prints(
                count,
                new PrintAddress(new PersonName("王小明"), new PhoneNumber("13812345678"), "北京市海淀区", "学院路1号3号楼201"));
    }

    /** Prepares a payment at the channel. */
    Payment begin(Order order) {
        return cashier.prepare(checkout.beginPayment(order.no(), cashier.gateway(), STUDENT))
                .payment();
    }

    void pay(Payment payment) {
        pay(payment, Map.of()).expect(200);
    }

    Http.Reply pay(Payment payment, Map<String, Object> wish) {
        return http.post("/sandbox/payments/" + payment.prepayNo() + "/pay", wish);
    }

    void refundsEnd(Payment payment, String outcome) {
        http.post("/sandbox/payments/" + payment.prepayNo() + "/refund-outcomes", Map.of("outcome", outcome))
                .expect(204);
    }

    /** Runs jobs minute by minute until refunds have reached the payer. */
    void settleRefunds() {
        for (int i = 0; i < 8; i++) {
            jobs.runDue();
            clock.advance(Duration.ofMinutes(1));
        }
        jobs.runDue();
    }

    Order now(Order order) {
        return book.require(order.no());
    }

    Payment now(Payment payment) {
        return payments.payment(payment.no());
    }

    /** Changes the database behind the program's back, to see that it notices. */
    void run(String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A single number from the database. */
    long number(String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
