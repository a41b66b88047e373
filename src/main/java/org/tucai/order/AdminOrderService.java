package org.tucai.order;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.payment.ManualRefundService;
import org.tucai.payment.Refund;
import org.tucai.payment.RequestRefund;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** What a manager does with orders. */
@Singleton
public class AdminOrderService {
    private final OrderRepository orders;
    private final OrderLines lines;
    private final OrderFollowers followers;
    private final ManualRefundService refunds;
    private final AuditTrail audit;

    AdminOrderService(
            OrderRepository orders,
            OrderLines lines,
            OrderFollowers followers,
            ManualRefundService refunds,
            AuditTrail audit) {
        this.orders = orders;
        this.lines = lines;
        this.followers = followers;
        this.refunds = refunds;
        this.audit = audit;
    }

    /**
     * Requests a refund of money paid for an order.
     *
     * @param key the Idempotency-Key it came with; null without one
     * @throws ProblemException {@link OrderProblem#ORDER_NOTHING_TO_REFUND} and those of {@link ManualRefundService#request}
     */
    @Transactional
    public Refund refund(String orderNo, Money amount, String reason, Actor by, @Nullable String key) {
        Order known = orders.findByNo(orderNo).orElseThrow(PlatformProblem::notFound);
        followers.lock(known.captureNo());
        Order order = orders.lock(orderNo).orElseThrow(PlatformProblem::notFound);
        String paymentNo = order.paymentNo();
        if (paymentNo == null) {
            throw new ProblemException(OrderProblem.ORDER_NOTHING_TO_REFUND);
        }
        RequestRefund wanted = new RequestRefund(paymentNo, amount, reason, by, key);
        return order.remainingMinor() == 0
                ? refunds.askedBefore(wanted)
                        .orElseThrow(() -> new ProblemException(OrderProblem.ORDER_NOTHING_TO_REFUND))
                : refunds.request(wanted);
    }

    /** The address of an order's prints; every look is audited. */
    @Transactional
    public PrintAddress address(String orderNo, Actor by) {
        Order order = orders.findByNo(orderNo).orElseThrow(PlatformProblem::notFound);
        PrintAddress address = lines.address(order);
        if (address == null) {
            throw PlatformProblem.notFound();
        }
        audit.look(by, "address-read", orderNo, "print address shown");
        return address;
    }
}
