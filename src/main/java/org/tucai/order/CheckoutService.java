package org.tucai.order;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.OpenPayment;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentService;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** What the student does with an order: add and remove prints, begin to pay, let it lapse. */
@Singleton
public class CheckoutService {
    private final OrderRepository orders;
    private final OrderChange changes;
    private final OrderGate gate;
    private final OrderFollowers followers;
    private final PaymentService payments;
    private final InstantSource clock;

    CheckoutService(
            OrderRepository orders,
            OrderChange changes,
            OrderGate gate,
            OrderFollowers followers,
            PaymentService payments,
            InstantSource clock) {
        this.orders = orders;
        this.changes = changes;
        this.gate = gate;
        this.followers = followers;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Sets the prints of an unpaid order. Payments begun for the old amount are taken back. When nothing is left to pay, the order counts
     * as paid.
     *
     * @param wanted null removes them
     * @throws ProblemException {@link OrderProblem#ORDER_NOT_AWAITING_PAYMENT}, {@link OrderProblem#PRINTS_NOT_OFFERED}
     */
    @Transactional
    public Order changePrints(String orderNo, @Nullable Prints wanted, Actor student) {
        Order order = awaiting(orderNo, student);
        Order changed = changes.to(order, wanted, student);
        return changed.totalMinor() == 0 ? paidForNothing(changed) : changed;
    }

    private Order paidForNothing(Order order) {
        Order paid = gate.save(order, order.paid(null, 0, clock.instant()), "nothing-to-pay", Actor.SYSTEM);
        followers.paid(paid);
        return paid;
    }

    /**
     * The open payment for exactly the order's amount: a new one, or the one begun before.
     *
     * @param gateway the channel to pay through
     * @throws ProblemException {@link OrderProblem#ORDER_NOT_AWAITING_PAYMENT}
     */
    @Transactional
    public Payment beginPayment(String orderNo, String gateway, Actor student) {
        Order order = awaiting(orderNo, student);
        return payments.open(
                new OpenPayment(orderNo, order.accountNo(), "毕业生图像采集", order.total(), order.payBy()), gateway);
    }

    /** Reminds the student of an order that is still unpaid; not yet if it has been given more time since. */
    @Transactional
    public void remind(String orderNo) {
        Instant now = clock.instant();
        orders.findByNo(orderNo)
                .filter(order -> order.isPayableAt(now) && !now.isBefore(RemindOrderJob.dueAt(order)))
                .ifPresent(followers::paymentDue);
    }

    /** Whether an order is still unpaid that long after its payment deadline. */
    @Transactional
    public boolean isOverdue(String orderNo, Duration since) {
        return orders.findByNo(orderNo)
                .filter(order -> order.isOverdueAt(clock.instant().minus(since)))
                .isPresent();
    }

    /** Ends an order that is still unpaid after its payment deadline. */
    @Transactional
    public void expire(String orderNo) {
        orders.findByNo(orderNo).ifPresent(order -> followers.lock(order.captureNo()));
        Order order = orders.lock(orderNo).orElse(null);
        if (order == null || !order.isOverdueAt(clock.instant())) {
            return;
        }
        Order expired = gate.save(order, order.expired(clock.instant()), "not-paid-in-time", Actor.SYSTEM);
        payments.abandon(orderNo);
        followers.expired(expired);
    }

    private Order awaiting(String orderNo, Actor student) {
        Order known = orders.findByNoAndAccountNo(orderNo, student.no()).orElseThrow(PlatformProblem::notFound);
        followers.lock(known.captureNo());
        Order order = orders.lock(orderNo).orElseThrow(PlatformProblem::notFound);
        if (!order.isPayableAt(clock.instant())) {
            throw new ProblemException(OrderProblem.ORDER_NOT_AWAITING_PAYMENT);
        }
        return order;
    }
}
