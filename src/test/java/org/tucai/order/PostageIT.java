package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tucai.payment.PaymentService;
import org.tucai.platform.money.Money;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.DaySpan;
import org.tucai.testing.TucaiTest;

/** 快递费: where the unit charges postage for prints, an order contains it once, and loses it with the prints. */
@TucaiTest
class PostageIT {
    private static final long POSTAGE = 1200;

    private final Shop shop;
    private final MoneyFigures figures;
    private final OrderLines lines;
    private final OrderChange prints;

    PostageIT(
            Shop shop,
            MoneyFigures figures,
            OrderLineRepository rows,
            Vault vault,
            OrderGate gate,
            PaymentService payments) {
        this.shop = shop;
        this.figures = figures;
        this.lines = new OrderLines(rows, vault, POSTAGE);
        this.prints = new OrderChange(lines, gate, payments);
    }

    @Test
    void isChargedOnceHoweverManyPrintsAreOrderedOrChanged() {
        Order order = shop.place();

        Order two = prints.to(order, Shop.prints(2), Shop.STUDENT);
        Order five = prints.to(two, Shop.prints(5), Shop.STUDENT);

        assertThat(two.totalMinor()).isEqualTo(Shop.FEE + 2 * Shop.PRINT + POSTAGE);
        assertThat(five.totalMinor()).isEqualTo(Shop.FEE + 5 * Shop.PRINT + POSTAGE);
        assertThat(lines.of(five))
                .extracting(OrderLine::kind, OrderLine::quantity)
                .containsExactly(tuple(LineKind.CAPTURE_FEE, 1), tuple(LineKind.PRINTS, 5), tuple(LineKind.EXPRESS, 1));
        assertThat(figures.check().faults()).isEmpty();
    }

    @Test
    void isRemovedFromTheOrderTogetherWithThePrints() {
        Order with = prints.to(shop.place(), Shop.prints(2), Shop.STUDENT);

        Order without = prints.to(with, null, Shop.STUDENT);

        assertThat(without.totalMinor()).isEqualTo(Shop.FEE);
        assertThat(lines.of(without)).extracting(OrderLine::kind).containsExactly(LineKind.CAPTURE_FEE);
        assertThat(figures.check().faults()).isEmpty();
    }

    @Test
    void isListedSeparatelyInTheFiguresOfTheDay() {
        Order order = prints.to(shop.place(), Shop.prints(2), Shop.STUDENT);
        shop.paid(order);
        LocalDate today = ChinaTime.day(shop.clock.instant());

        assertThat(figures.days(new DaySpan(today, today))).singleElement().satisfies(day -> {
            assertThat(day.received()).isEqualTo(Shop.FEE + 2 * Shop.PRINT + POSTAGE);
            assertThat(day.captureFees()).isEqualTo(Shop.FEE);
            assertThat(day.prints()).isEqualTo(2 * Shop.PRINT);
            assertThat(day.express()).isEqualTo(POSTAGE);
            assertThat(day.notKept()).isZero();
        });
    }

    @Test
    void printsCountAsPaidAsLongAsMoreThanTheFeeIsKept() {
        Order order = shop.paid(prints.to(shop.place(), Shop.prints(1), Shop.STUDENT));

        shop.admin.refund(order.no(), Money.fen(Shop.PRINT + POSTAGE - 1), "协商退款", Shop.MANAGER, null);
        assertThat(lines.arePrintsPaid(shop.now(order))).isTrue();
        shop.admin.refund(order.no(), Money.fen(1), "协商退款", Shop.MANAGER, null);

        assertThat(lines.arePrintsPaid(shop.now(order))).isFalse();
    }
}
