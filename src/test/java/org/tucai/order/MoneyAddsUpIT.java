package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.payment.Payment;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.DaySpan;
import org.tucai.testing.LogOf;
import org.tucai.testing.TucaiTest;

/** Whatever students, banks and managers do, in any order: the books add up and match the channel's. */
@TucaiTest
class MoneyAddsUpIT {
    private static final int STEPS = 60;
    private static final int CAPTURES = 3;

    private final Shop shop;
    private final MoneyFigures figures;

    MoneyAddsUpIT(Shop shop, MoneyFigures figures) {
        this.shop = shop;
        this.figures = figures;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theBooksAddUpAfterAnySequenceOfEvents(long seed) {
        Random random = new Random(seed);
        List<Payment> begun = new ArrayList<>();

        for (int step = 0; step < STEPS; step++) {
            doSomething(random, begun);
            assertThat(figures.check().faults())
                    .as("step %d of seed %d", step, seed)
                    .isEmpty();
        }
        for (int i = 0; i < 8; i++) {
            shop.settleRefunds();
        }

        assertSameAsTheChannel();
        assertDaysAddUp();
    }

    /** Of two paid orders one has prints, and 5 yuan of it went back; of two unpaid ones, one was paid too little, and one is being paid. */
    @ParameterizedTest(name = "{1} after {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            UPDATE order_line SET quantity = 4 WHERE kind = 'PRINTS'                                        | order
            DELETE FROM order_line WHERE order_id = (SELECT id FROM purchase_order WHERE paid_minor > 1500) | order
            UPDATE purchase_order SET refunded_minor = 0                                                    | order
            UPDATE purchase_order SET refund_asked_minor = 501 WHERE paid_minor > 1500                      | order
            UPDATE payment SET paid_minor = 2001 WHERE paid_minor > 1500                                    | order
            UPDATE payment SET refunded_minor = 0 WHERE paid_minor > 1500                                   | order payment
            UPDATE payment SET refund_asked_minor = 501 WHERE paid_minor > 1500                             | order payment
            UPDATE purchase_order SET payment_no = NULL WHERE paid_minor > 1500                             | order payment
            UPDATE refund SET status = 'PROCESSING' WHERE amount_minor = 500                                | payment
            UPDATE refund SET status = 'CLOSED' WHERE amount_minor = 500                                    | payment
            DELETE FROM refund WHERE amount_minor = 500                                                     | payment
            UPDATE refund SET status = 'HANDED_BACK' WHERE amount_minor = 500                               |
            UPDATE refund SET status = 'BACK_TWICE' WHERE amount_minor = 500                                |
            """)
    void whatContradictsIsReportedByItsNumber(String change, @Nullable String faulty) {
        shop.paid(shop.anotherPlace(2));
        shop.pay(shop.begin(shop.anotherPlace(3)), Map.of("amountMinor", 100)).expect(200);
        Order order = shop.place();
        shop.checkout.changePrints(order.no(), Shop.prints(1), Shop.STUDENT);
        Order paid = shop.paid(order);
        shop.admin.refund(order.no(), Money.fen(500), "协商退款", Shop.MANAGER, null);
        shop.settleRefunds();
        shop.begin(shop.anotherPlace(4));
        shop.run(change);
        Map<String, String> numbers = Map.of("order", order.no(), "payment", String.valueOf(paid.paymentNo()));
        List<String> named = faulty == null
                ? List.of()
                : Stream.of(faulty.split(" ")).map(numbers::get).toList();

        try (LogOf log = LogOf.a(MoneyFigures.class)) {
            shop.jobs.runRecurring("check-books");

            assertThat(log.lines()).hasSize(faulty == null ? 0 : 1);
            assertThat(figures.check().faults()).containsExactlyInAnyOrderElementsOf(named);
            assertThat(log.lines()).allSatisfy(line -> assertThat(line).contains(named));
        }
    }

    private void doSomething(Random random, List<Payment> begun) {
        Order order = shop.anotherPlace(1 + random.nextInt(CAPTURES));
        try {
            switch (random.nextInt(9)) {
                case 0, 1 -> begun.add(shop.begin(order));
                case 2, 3 -> pay(random, begun);
                case 4 ->
                    shop.checkout.changePrints(
                            order.no(), random.nextBoolean() ? Shop.prints(1 + random.nextInt(3)) : null, Shop.STUDENT);
                case 5 -> shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
                case 6 ->
                    shop.admin.refund(order.no(), Money.fen(1 + random.nextInt(1200)), "协商退款", Shop.MANAGER, null);
                case 7 -> shop.orders.cancel(order.captureNo(), Shop.STUDENT);
                default -> shop.clock.advance(Duration.ofMinutes(random.nextInt(600)));
            }
        } catch (ProblemException refused) {
            // a refusal is a valid answer; what counts is that the books still add up
        }
        if (random.nextInt(3) == 0) {
            shop.jobs.runDue();
        }
    }

    private void pay(Random random, List<Payment> begun) {
        if (begun.isEmpty()) {
            return;
        }
        Payment payment = begun.get(random.nextInt(begun.size()));
        Map<String, Object> wish = switch (random.nextInt(5)) {
            case 0 -> Map.of("amountMinor", random.nextInt(2000), "callbacks", 2);
            case 1 -> Map.of("evenIfOver", true);
            case 2 -> Map.of("callbacks", 3, "callbackAfterSeconds", random.nextInt(4000));
            case 3 -> Map.of("fails", true);
            default -> Map.of();
        };
        shop.pay(payment, wish);
    }

    private void assertSameAsTheChannel() {
        MoneyFigures.Check check = figures.check();
        assertThat(check.faults()).isEmpty();
        assertThat(check.balance().received())
                .isEqualTo(shop.number("SELECT COALESCE(SUM(paid_minor), 0) FROM sandbox_transaction"));
        assertThat(check.balance().refunded())
                .isEqualTo(shop.number(
                        "SELECT COALESCE(SUM(amount_minor), 0) FROM sandbox_refund WHERE state = 'SUCCESS'"));
        assertThat(check.balance().promised()).isEqualTo(check.balance().refunded());
        assertThat(check.inHand())
                .isEqualTo(shop.number("SELECT COALESCE(SUM(paid_minor - refunded_minor), 0) FROM purchase_order"));
    }

    private void assertDaysAddUp() {
        LocalDate today = ChinaTime.day(shop.clock.instant());
        List<MoneyFigures.Day> days = figures.days(new DaySpan(today.minusDays(60), today));
        assertThat(days.stream().mapToLong(MoneyFigures.Day::received).sum())
                .isEqualTo(figures.check().balance().received());
        assertThat(days.stream().mapToLong(MoneyFigures.Day::refunded).sum())
                .isEqualTo(figures.check().balance().refunded());
        assertThat(days).allSatisfy(d -> {
            assertThat(d.captureFees() + d.prints() + d.express() + d.notKept()).isEqualTo(d.received());
            assertThat(d.notKept()).isNotNegative();
        });
    }
}
