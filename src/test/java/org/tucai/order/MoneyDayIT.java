package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.payment.ManualRefundService;
import org.tucai.payment.Reconciliation;
import org.tucai.payment.Refund;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.DaySpan;
import org.tucai.testing.TucaiTest;

/** Money counts on the day in China on which it arrived, or was back with its payer. */
@TucaiTest
class MoneyDayIT {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 20);
    private static final Instant NEXT = ChinaTime.endOf(DAY);

    private final Shop shop;
    private final MoneyFigures figures;
    private final Reconciliation reconciliation;
    private final ManualRefundService manual;

    MoneyDayIT(Shop shop, MoneyFigures figures, Reconciliation reconciliation, ManualRefundService manual) {
        this.shop = shop;
        this.figures = figures;
        this.reconciliation = reconciliation;
        this.manual = manual;
    }

    @BeforeEach
    void inTheLastMomentOfTheDay() {
        shop.clock.setTo(NEXT.minusMillis(1));
    }

    private MoneyFigures.Day day(LocalDate day) {
        return figures.days(new DaySpan(day, day)).getFirst();
    }

    @Test
    void midnightInChinaDividesTheDays() {
        Order before = shop.place();
        Order after = shop.anotherPlace(2);
        shop.paid(before);
        shop.clock.setTo(NEXT);
        shop.checkout.changePrints(after.no(), Shop.prints(2), Shop.STUDENT);
        shop.paid(after);

        assertThat(day(DAY).payments()).isEqualTo(1);
        assertThat(day(DAY).received()).isEqualTo(Shop.FEE);
        assertThat(day(DAY).captureFees()).isEqualTo(Shop.FEE);
        assertThat(day(DAY).prints()).isZero();
        assertThat(day(DAY.plusDays(1)).received()).isEqualTo(Shop.FEE + 2 * Shop.PRINT);
        assertThat(day(DAY.plusDays(1)).captureFees()).isEqualTo(Shop.FEE);
        assertThat(day(DAY.plusDays(1)).prints()).isEqualTo(2 * Shop.PRINT);
        assertThat(figures.days(new DaySpan(DAY.minusDays(1), DAY.plusDays(1))))
                .extracting(MoneyFigures.Day::received)
                .containsExactly(0L, Shop.FEE, Shop.FEE + 2 * Shop.PRINT);
        assertThat(List.of(DAY, DAY.plusDays(1))).allSatisfy(day -> {
            Reconciliation.Day compared = reconciliation.compare(day);
            assertThat(compared.ourReceived()).isEqualTo(day(day).received());
            assertThat(compared.differences()).isEmpty();
        });
    }

    @Test
    void unkeptMoneyAndItsRefundCountOnTheirOwnDays() {
        Order order = shop.place();
        shop.pay(shop.begin(order), Map.of("amountMinor", 100)).expect(200);
        shop.jobs.runDue();
        shop.clock.setTo(NEXT);
        shop.settleRefunds();
        shop.run("UPDATE refund SET settled_at = '2026-04-20 16:00:00'"); // midnight itself

        assertThat(day(DAY).received()).isEqualTo(100);
        assertThat(day(DAY).notKept()).isEqualTo(100);
        assertThat(day(DAY).refunds()).isZero();
        assertThat(day(DAY.plusDays(1)).refunds()).isEqualTo(1);
        assertThat(day(DAY.plusDays(1)).refunded()).isEqualTo(100);
        assertThat(reconciliation.compare(DAY).ourRefunded()).isZero();
        assertThat(reconciliation.compare(DAY.plusDays(1)).ourRefunded()).isEqualTo(100);
    }

    @Test
    void aManualPaybackCountsButARefundThatTheChannelClosedDoesNot() {
        Order order = shop.paid();
        shop.refundsEnd(shop.payments.payment(shop.now(order).paymentNo()), "CLOSED");
        shop.clock.setTo(NEXT);
        Refund refund = shop.admin.refund(order.no(), Money.fen(500), "协商退款", Shop.MANAGER, null);
        shop.settleRefunds();
        assertThat(day(DAY.plusDays(1)).refunds()).isZero();

        manual.handedBack(refund.no(), "现金，收据 17", Shop.MANAGER);

        assertThat(day(DAY.plusDays(1)).refunds()).isEqualTo(1);
        assertThat(day(DAY.plusDays(1)).refunded()).isEqualTo(500);
        assertThat(reconciliation.compare(DAY.plusDays(1)).ourRefunded())
                .as("the channel's bill knows nothing of it")
                .isZero();
    }
}
