package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.payment.ManualRefundService;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentGateway.ChannelRefund;
import org.tucai.payment.PaymentGateway.RefundState;
import org.tucai.payment.Refund;
import org.tucai.payment.RefundOutcomeService;
import org.tucai.payment.RefundStatus;
import org.tucai.payment.RefundView;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.testing.TucaiTest;

/** Money going back: intent, call, outcome, and never more than came in. */
@TucaiTest
class OrderRefundIT {
    private final Shop shop;
    private final ManualRefundService manual;
    private final MoneyFigures figures;

    OrderRefundIT(Shop shop, ManualRefundService manual, MoneyFigures figures) {
        this.shop = shop;
        this.manual = manual;
        this.figures = figures;
    }

    @Test
    void aRepeatedRejectionRefundsTheFeeOnce() {
        Order order = shop.paid();

        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDING);
        shop.settleRefunds();
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(shop.payments.refundsOf(order.no())).hasSize(1);
        assertThat(shop.heard.heard()).containsExactly("paid " + order.captureNo(), "refunded " + order.captureNo());
    }

    @Test
    void takesANewOrderWhileTheOldOneIsBeingRefunded() {
        Order rejected = shop.paid();
        shop.orders.refund(rejected.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);

        Order again = shop.paid(shop.place());

        assertThat(again.no()).isNotEqualTo(rejected.no());
        assertThat(again.status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void printsCannotBeAddedToAnOrderWhoseMoneyGoesBack() {
        Order order = shop.paid();
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);

        assertThatThrownBy(() -> shop.orders.requirePrints(order.captureNo(), Shop.prints(1), Shop.STUDENT))
                .hasMessage("prints-after-payment");
    }

    /** Their photo may still be accepted, if the fee was given back by hand after the campaign's end. */
    @Test
    void freePrintsOfAnOrderWhoseMoneyGoesBackAreNotMade(ShipmentService shipments) {
        PlaceOrder wish = shop.wish(HeardOrders.ONLY_HERE + 1, Shop.FEE);
        Order order = shop.paid(shop.orders.place(new PlaceOrder(
                wish.accountNo(),
                wish.captureNo(),
                wish.campaignNo(),
                wish.fee(),
                Money.ZERO,
                Shop.prints(1),
                wish.payBy())));
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);

        shipments.due(order.captureNo());

        assertThat(shipments.of(order.no())).isEmpty();
    }

    @Test
    void aRefundIsRequestedAtOnceAndSettledLater() {
        Order order = shop.paid();

        Refund refund = shop.admin.refund(order.no(), Money.fen(500), "协商退款", Shop.MANAGER, null);
        assertThat(refund.status()).isEqualTo(RefundStatus.REQUESTED);
        shop.jobs.runDue();
        assertThat(shop.payments.refund(refund.no()).status()).isEqualTo(RefundStatus.PROCESSING);
        shop.clock.advance(Duration.ofSeconds(3));
        shop.jobs.runDue();

        assertThat(shop.payments.refund(refund.no()).status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PARTLY_REFUNDED);
        assertThat(shop.now(order).refundedMinor()).isEqualTo(500);
        assertThat(shop.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'refund-requested'"))
                .isEqualTo(1);
    }

    @Test
    void asksTheChannelOnceThoughTheJobRunsTwice() {
        Order order = shop.paid();
        Refund refund = shop.admin.refund(order.no(), Money.fen(500), "协商退款", Shop.MANAGER, null);

        shop.jobs.run("submit-refund", refund.no());
        shop.jobs.run("submit-refund", refund.no());
        shop.settleRefunds();

        assertThat(shop.number("SELECT COUNT(*) FROM sandbox_refund")).isEqualTo(1);
        assertThat(shop.now(order).refundedMinor()).isEqualTo(500);
    }

    @Test
    void findsTheOutcomeByQueryAndIgnoresTheLateCallback() {
        Order order = shop.paid();
        Refund refund = shop.admin.refund(order.no(), Money.fen(500), "协商退款", Shop.MANAGER, null);
        shop.jobs.run("submit-refund", refund.no());
        shop.jobs.run("finish-sandbox-refund", refund.no());

        shop.clock.advance(Duration.ofMinutes(11));
        shop.jobs.runRecurring("check-open-refunds");
        assertThat(shop.payments.refund(refund.no()).status()).isEqualTo(RefundStatus.SUCCEEDED);
        shop.jobs.runDue();

        assertThat(shop.now(order).refundedMinor()).isEqualTo(500);
    }

    @Test
    void spacesRefundsOfOnePaymentAMinuteApart() {
        Order order = shop.paid();

        Refund first = shop.admin.refund(order.no(), Money.fen(1), "一", Shop.MANAGER, null);
        Refund second = shop.admin.refund(order.no(), Money.fen(2), "二", Shop.MANAGER, null);
        Refund third = shop.admin.refund(order.no(), Money.fen(3), "三", Shop.MANAGER, null);

        assertThat(second.submitAt()).isEqualTo(first.submitAt().plusSeconds(60));
        assertThat(third.submitAt()).isEqualTo(first.submitAt().plusSeconds(120));
        shop.settleRefunds();
        assertThat(shop.now(order).refundedMinor()).isEqualTo(6);
    }

    @Test
    void refusesMoreThanWhatRemains() {
        Order order = shop.paid();
        shop.admin.refund(order.no(), Money.fen(1000), "协商退款", Shop.MANAGER, null);

        assertThatThrownBy(() -> shop.admin.refund(order.no(), Money.fen(501), "协商退款", Shop.MANAGER, null))
                .hasMessage("refund-above-remaining");
        shop.admin.refund(order.no(), Money.fen(500), "协商退款", Shop.MANAGER, null);

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDING);
        assertThatThrownBy(() -> shop.admin.refund(order.no(), Money.fen(1), "协商退款", Shop.MANAGER, null))
                .hasMessage("order-nothing-to-refund");
    }

    @Test
    void refusesRefundsAfterAYear() {
        Order order = shop.paid();

        shop.clock.advance(Duration.ofDays(366));

        assertThatThrownBy(() -> shop.admin.refund(order.no(), Money.fen(1), "协商退款", Shop.MANAGER, null))
                .hasMessage("refund-period-over");
    }

    @Test
    void aRefundThatTheChannelClosedCanBeRequestedAgain() {
        Order order = shop.paid();
        Payment payment = shop.payments.payment(shop.now(order).paymentNo());
        shop.refundsEnd(payment, "CLOSED");
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        shop.settleRefunds();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDING);
        assertThat(shop.now(order).remainingMinor()).isEqualTo(Shop.FEE);

        shop.refundsEnd(payment, "SUCCESS");
        shop.admin.refund(order.no(), Money.fen(Shop.FEE), "重新退款", Shop.MANAGER, null);
        shop.settleRefunds();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void aRefundThatTheChannelClosedMayBePaidBackManuallyAndTheBooksAgree() {
        Order order = shop.paid();
        shop.refundsEnd(shop.payments.payment(shop.now(order).paymentNo()), "CLOSED");
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        shop.settleRefunds();
        String refund = needsAttention().getFirst().no();

        assertThat(manual.handedBack(refund, "现金，收据 17", Shop.MANAGER).status()).isEqualTo(RefundStatus.HANDED_BACK);

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(needsAttention()).isEmpty();
        assertThat(figures.check().faults()).isEmpty();
        assertThat(figures.check().balance().handedBack()).isEqualTo(Shop.FEE);
        assertThatThrownBy(() -> manual.handedBack(refund, "再一次", Shop.MANAGER)).hasMessage("refund-not-by-hand");
    }

    @Test
    void aClosedRefundRequestedAgainNeedsNoAttentionAndCannotBePaidBackManually() {
        Order order = shop.paid();
        Payment payment = shop.payments.payment(shop.now(order).paymentNo());
        shop.refundsEnd(payment, "CLOSED");
        Refund givenUp = shop.admin.refund(order.no(), Money.fen(500), "协商退款", Shop.MANAGER, null);
        shop.settleRefunds();
        assertThat(needsAttention()).extracting(Refund::no).containsExactly(givenUp.no());
        shop.refundsEnd(payment, "SUCCESS");

        shop.admin.refund(order.no(), Money.fen(500), "重新退款", Shop.MANAGER, null);

        assertThat(needsAttention()).isEmpty();
        assertThatThrownBy(() -> manual.handedBack(givenUp.no(), "现金", Shop.MANAGER))
                .hasMessage("refund-not-by-hand");
    }

    @Test
    void theUnrequestedRestOfAFullyPromisedFeeNeedsAttention() {
        Order order = shop.paid();
        Payment payment = shop.payments.payment(shop.now(order).paymentNo());
        shop.refundsEnd(payment, "CLOSED");
        shop.admin.refund(order.no(), Money.fen(1000), "一", Shop.MANAGER, null);
        Refund second = shop.admin.refund(order.no(), Money.fen(Shop.FEE - 1000), "二", Shop.MANAGER, null);
        shop.settleRefunds();
        shop.refundsEnd(payment, "SUCCESS");

        shop.admin.refund(order.no(), Money.fen(Shop.FEE - 100), "重新退款", Shop.MANAGER, null);
        shop.settleRefunds();

        assertThat(needsAttention()).extracting(Refund::no).containsExactly(second.no());
        assertThatThrownBy(() -> manual.handedBack(second.no(), "现金", Shop.MANAGER))
                .hasMessage("refund-above-remaining");

        shop.admin.refund(order.no(), Money.fen(100), "余款", Shop.MANAGER, null);
        shop.settleRefunds();

        assertThat(needsAttention()).isEmpty();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(figures.check().faults()).isEmpty();
    }

    @Test
    void theRestNeedsAttentionWhenTheChannelClosedOnlyTheFirstPartOfAFullRefund() {
        Order order = shop.paid();
        Payment payment = shop.payments.payment(shop.now(order).paymentNo());
        shop.refundsEnd(payment, "CLOSED");
        Refund first = shop.admin.refund(order.no(), Money.fen(1000), "一", Shop.MANAGER, null);
        shop.admin.refund(order.no(), Money.fen(Shop.FEE - 1000), "二", Shop.MANAGER, null);
        shop.jobs.runDue();
        shop.clock.advance(Duration.ofSeconds(3));
        shop.jobs.runDue();
        shop.refundsEnd(payment, "SUCCESS");
        shop.settleRefunds();
        shop.admin.refund(order.no(), Money.fen(900), "重新退款", Shop.MANAGER, null);
        shop.settleRefunds();

        assertThat(needsAttention()).extracting(Refund::no).containsExactly(first.no());
    }

    @Test
    void closedRetriesOfAPartAreNotMistakenForAFullyPromisedFee() {
        Order order = shop.paid();
        Payment payment = shop.payments.payment(shop.now(order).paymentNo());
        shop.refundsEnd(payment, "CLOSED");
        for (int i = 0; i < 3; i++) {
            shop.admin.refund(order.no(), Money.fen(500), "一", Shop.MANAGER, null);
            shop.settleRefunds();
        }
        shop.refundsEnd(payment, "SUCCESS");
        shop.admin.refund(order.no(), Money.fen(1100), "重新退款", Shop.MANAGER, null);
        shop.settleRefunds();
        assertThat(needsAttention()).isEmpty();
    }

    @Test
    void theRestNeedsAttentionThoughTheLastClosedPartWasRequestedAgain() {
        Order order = shop.paid();
        Payment payment = shop.payments.payment(shop.now(order).paymentNo());
        shop.refundsEnd(payment, "CLOSED");
        shop.admin.refund(order.no(), Money.fen(700), "一", Shop.MANAGER, null);
        Refund second = shop.admin.refund(order.no(), Money.fen(Shop.FEE - 700), "二", Shop.MANAGER, null);
        shop.settleRefunds();
        shop.refundsEnd(payment, "SUCCESS");
        shop.admin.refund(order.no(), Money.fen(100), "重新退款", Shop.MANAGER, null);
        shop.admin.refund(order.no(), Money.fen(Shop.FEE - 700), "重新退款", Shop.MANAGER, null);
        shop.settleRefunds();

        assertThat(needsAttention()).extracting(Refund::no).containsExactly(second.no());
    }

    private List<Refund> needsAttention() {
        return shop.payments.refunds(null, true, Cursor.END, 10).items();
    }

    @Test
    void aRefundReportedWithAWrongAmountNeedsAttentionAndIsNotCounted(RefundOutcomeService service) {
        Order order = shop.paid();
        Refund refund = shop.admin.refund(order.no(), Money.fen(500), "协商退款", Shop.MANAGER, null);
        shop.jobs.runDue();
        ChannelRefund odd =
                new ChannelRefund(refund.no(), RefundState.SUCCEEDED, "odd-1", 501, null, shop.clock.instant());

        service.settle(odd, "callback");
        service.settle(odd, "callback");

        assertThat(needsAttention()).singleElement().satisfies(r -> {
            assertThat(r.status()).isEqualTo(RefundStatus.ABNORMAL);
            assertThat(r.note()).isEqualTo("支付通道退回 5.01 元，与应退 5.00 元不符，请与通道核对");
        });
        assertThat(shop.now(order).refundedMinor()).isZero();
        assertThat(figures.check().faults()).isEmpty();
        shop.settleRefunds(); // the channel's own callback reports the right amount
        assertThat(shop.now(order).refundedMinor()).isEqualTo(500);
    }

    @Test
    void partialRefundsEndTheOrderWithTheLastAndAClosedPartCanBeRequestedAgain() {
        Order order = shop.paid();
        Payment payment = shop.payments.payment(shop.now(order).paymentNo());
        shop.admin.refund(order.no(), Money.fen(500), "一", Shop.MANAGER, null);
        shop.settleRefunds();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PARTLY_REFUNDED);
        shop.refundsEnd(payment, "CLOSED");
        shop.admin.refund(order.no(), Money.fen(700), "二", Shop.MANAGER, null);
        shop.settleRefunds();
        assertThat(shop.now(order).remainingMinor()).isEqualTo(1000);
        shop.refundsEnd(payment, "SUCCESS");

        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        shop.settleRefunds();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(shop.now(order).refundedMinor()).isEqualTo(Shop.FEE);
        assertThat(needsAttention()).isEmpty();
        assertThat(figures.check().faults()).isEmpty();
    }

    @Test
    void aRejectionWhileTheChannelIsSilentRefundsTheFeeOnceItAnswers() {
        Order order = shop.paid();
        shop.run("UPDATE payment SET gateway = 'gone'");
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        for (int i = 0; i < 70; i++) { // longer than its job keeps trying
            shop.clock.advance(Duration.ofHours(1));
            shop.jobs.runDue();
        }
        shop.jobs.runRecurring("check-open-refunds");
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDING);

        shop.run("UPDATE payment SET gateway = 'sandbox'");
        shop.clock.advance(Duration.ofMinutes(11));
        shop.jobs.runRecurring("check-open-refunds");
        shop.settleRefunds();

        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(shop.number("SELECT COUNT(*) FROM sandbox_refund")).isEqualTo(1);
    }

    @Test
    void anAbnormalRefundNeedsAttention() {
        Order order = shop.paid();
        shop.refundsEnd(shop.payments.payment(shop.now(order).paymentNo()), "ABNORMAL");

        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        shop.settleRefunds();

        assertThat(shop.payments
                        .refunds(null, true, org.tucai.platform.web.Cursor.END, 10)
                        .items())
                .singleElement()
                .extracting(Refund::status)
                .isEqualTo(RefundStatus.ABNORMAL);
        assertThat(shop.now(order).remainingMinor()).isZero();
    }

    @Test
    void thePayerIsToldWhatHappensNextWithAnUnfinishedRefund() {
        Map<RefundStatus, String> told = Map.of(
                RefundStatus.REQUESTED, "1至3个工作日到账，您无需操作",
                RefundStatus.SUBMITTED, "1至3个工作日到账，您无需操作",
                RefundStatus.PROCESSING, "1至3个工作日到账，您无需操作",
                RefundStatus.ABNORMAL, "采集单位正在处理，您无需操作",
                RefundStatus.CLOSED, "重新发起退款或另行退还，您无需操作",
                RefundStatus.BY_HAND, "请联系采集单位办理",
                RefundStatus.BACK_TWICE, "采集单位会与您联系");
        Order order = shop.paid();
        shop.orders.refund(order.captureNo(), RefundReason.REJECTED, Actor.SYSTEM);
        Refund refund = shop.payments.refundsOf(order.no()).getFirst();

        for (RefundStatus status : RefundStatus.values()) {
            shop.run("UPDATE refund SET status = '" + status + "'");
            Refund now = shop.payments.refund(refund.no());
            String whatNow =
                    RefundView.forPayer(now, now.reason(), true, Language.ZH).whatNow();
            if (told.containsKey(status)) {
                assertThat(whatNow).contains(told.get(status));
                assertThat(RefundView.forPayer(now, now.reason(), true, Language.EN)
                                .whatNow())
                        .isNotBlank();
            } else {
                assertThat(whatNow).as(status.name()).isNull();
            }
        }
    }
}
