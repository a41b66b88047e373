package org.tucai.order;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucai.payment.AutomaticRefundService;
import org.tucai.payment.PaymentService;
import org.tucai.payment.RequestRefund;
import org.tucai.platform.db.DuplicateKey;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** What captures need from orders. Everything happens in the caller's transaction. */
@Singleton
public class OrderService {
    private final OrderRepository orders;
    private final OrderLines lines;
    private final OrderChange changes;
    private final SentPrints sent;
    private final OrderGate gate;
    private final PaymentService payments;
    private final AutomaticRefundService refunds;
    private final PublicNumbers numbers;
    private final JobQueue jobs;
    private final InstantSource clock;

    OrderService(
            OrderRepository orders,
            OrderLines lines,
            OrderChange changes,
            SentPrints sent,
            OrderGate gate,
            PaymentService payments,
            AutomaticRefundService refunds,
            PublicNumbers numbers,
            JobQueue jobs,
            InstantSource clock) {
        this.orders = orders;
        this.lines = lines;
        this.changes = changes;
        this.sent = sent;
        this.gate = gate;
        this.payments = payments;
        this.refunds = refunds;
        this.numbers = numbers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Places the order of a capture, or returns its live one, changed to the prints wanted now, if any, and while it is unpaid to the
     * present prices where they are lower. With nothing to pay, {@link Order#isPaid()} is true at once and no follower is called. Prints
     * wanted after those of a paid order were sent, of an earlier picture, are ordered anew: the paid order ends, and what it holds beside
     * the price of those prints goes back.
     *
     * @throws ProblemException {@link OrderProblem#PRINTS_NOT_OFFERED}, {@link OrderProblem#PRINTS_AFTER_PAYMENT}, {@link
     *     OrderProblem#ORDER_NOT_AWAITING_PAYMENT}
     */
    @Transactional
    public Order place(PlaceOrder wanted) {
        Optional<Order> live = orders.lockLive(wanted.captureNo());
        Prints with = wanted.prints();
        if (live.isPresent() && with != null && arePrintsSent(live.get())) {
            Order former = live.get();
            end(former, new Actor(Role.STUDENT, wanted.accountNo()));
            return place(wanted.costingAtMost(Money.fen(lines.feeMinor(former))));
        }
        if (live.isPresent()) {
            Actor student = new Actor(Role.STUDENT, wanted.accountNo());
            Order order = atBetterTerms(live.get(), wanted, student);
            return with == null ? order : changes.wanted(order, with, student, clock.instant());
        }
        OrderLines.Priced priced = lines.price(wanted.fee(), wanted.printPrice(), wanted.prints());
        Order order;
        try {
            order = gate.born(fresh(wanted, priced), new Actor(Role.STUDENT, wanted.accountNo()));
        } catch (DataAccessException e) {
            DuplicateKey.require(e);
            // somebody placed it at the same moment; the unique key of live orders prevented a second one
            return orders.lockLive(wanted.captureNo()).orElseThrow(() -> e);
        }
        lines.save(order, priced);
        if (order.totalMinor() == 0) {
            return paidForNothing(order);
        }
        leaveJobs(order);
        return order;
    }

    private Order atBetterTerms(Order live, PlaceOrder now, Actor by) {
        Order order = changes.atBetterTerms(live, now, by, clock.instant());
        boolean free = order.status() == OrderStatus.AWAITING_PAYMENT && order.totalMinor() == 0;
        return free ? paidForNothing(order) : order;
    }

    private Order paidForNothing(Order order) {
        return gate.save(order, order.paid(null, 0, clock.instant()), "nothing-to-pay", Actor.SYSTEM);
    }

    private void leaveJobs(Order order) {
        jobs.enqueue(ExpireOrderJob.TYPE, order.no(), order.payBy());
        jobs.enqueue(RemindOrderJob.TYPE, order.no(), RemindOrderJob.dueAt(order));
    }

    /**
     * Makes sure that the live order of a capture has these prints.
     *
     * @throws ProblemException {@link OrderProblem#PRINTS_AFTER_PAYMENT}, {@link OrderProblem#ORDER_NOT_AWAITING_PAYMENT}, {@link
     *     OrderProblem#PRINTS_NOT_OFFERED}
     */
    @Transactional
    public void requirePrints(String captureNo, Prints wanted, Actor by) {
        Order live =
                orders.lockLive(captureNo).orElseThrow(() -> new ProblemException(OrderProblem.PRINTS_AFTER_PAYMENT));
        if (arePrintsSent(live)) { // of an earlier picture, also if they are the same
            throw new ProblemException(OrderProblem.PRINTS_AFTER_PAYMENT);
        }
        changes.wanted(live, wanted, by, clock.instant());
    }

    private boolean arePrintsSent(Order order) {
        return order.isPaid() && sent.are(order);
    }

    private void end(Order order, Actor by) {
        if (order.remainingMinor() > sent.unrefundedMinor(order)) {
            refund(order, RefundReason.PRINTS_AGAIN, by);
        } else {
            gate.save(order, order.fulfilled(clock.instant()), "prints-sent", by);
        }
    }

    private Order fresh(PlaceOrder wanted, OrderLines.Priced priced) {
        Money printPrice = wanted.printPrice();
        return new Order(
                null,
                numbers.next("ord"),
                wanted.accountNo(),
                wanted.captureNo(),
                wanted.captureNo(),
                wanted.campaignNo(),
                OrderStatus.AWAITING_PAYMENT,
                priced.total().minor(),
                printPrice == null ? null : printPrice.minor(),
                priced.addressSealed(),
                null,
                0,
                0,
                0,
                0,
                clock.instant(),
                wanted.payBy(),
                null,
                null,
                0);
    }

    /** The newest order of a capture. */
    public Optional<Order> forCapture(String captureNo) {
        return orders.latest(captureNo);
    }

    /** Whether money paid for a capture, with any of its orders, is not back with the student, except for prints that were sent. */
    public boolean holdsMoney(String captureNo) {
        return orders.findByCaptureNoInOrderById(List.of(captureNo)).stream()
                .anyMatch(order -> order.paidMinor() > order.refundedMinor() + order.keptMinor());
    }

    /** The newest order of each capture that has one, by the capture's number. */
    public Map<String, Order> forCaptures(Collection<String> captureNos) {
        Map<String, Order> newest = new HashMap<>();
        if (!captureNos.isEmpty()) {
            orders.findByCaptureNoInOrderById(captureNos).forEach(order -> newest.put(order.captureNo(), order));
        }
        return newest;
    }

    /**
     * Requests a refund of what is left of a capture's newest order: the fee, and unsent prints too, because none are made of a picture that
     * is not accepted. Prints already sent, of a picture that was accepted before, are not refunded unless a manager does it. Safe to repeat;
     * does nothing when there is nothing to give back.
     */
    @Transactional
    public void refund(String captureNo, RefundReason reason, Actor by) {
        orders.lockLatest(captureNo).ifPresent(order -> refund(order, reason, by));
    }

    private void refund(Order order, RefundReason reason, Actor by) {
        String paymentNo = order.paymentNo();
        if (paymentNo == null) {
            return;
        }
        long kept = order.isPaid() ? sent.unrefundedMinor(order) : order.keptMinor();
        long minor = order.remainingMinor() - kept;
        if (minor == 0) {
            return;
        }
        orders.update(order.keeping(kept));
        String why = kept > 0 ? reason.zhExceptForSentPrints() : reason.zh();
        refunds.request(new RequestRefund(paymentNo, Money.fen(minor), why, by).leavingOut(kept));
    }

    /** Cancels an unpaid order; does nothing when there is none. Money that still arrives is refunded automatically. */
    @Transactional
    public void cancel(String captureNo, Actor by) {
        Order order = orders.lockLive(captureNo).orElse(null);
        if (order == null || order.status() != OrderStatus.AWAITING_PAYMENT) {
            return;
        }
        gate.save(order, order.cancelled(clock.instant()), "cancelled", by);
        payments.abandon(order.no());
    }

    /**
     * Moves the payment deadline of an unpaid order, because its campaign's end has moved; does nothing when it has that deadline already,
     * or its deadline is past.
     *
     * @param payBy in the future
     */
    @Transactional
    public void moveTimeToPay(Order order, Instant payBy, Actor by) {
        if (order.isPayableAt(clock.instant()) && !order.payBy().equals(payBy)) {
            leaveJobs(gate.save(order, order.payableUntil(payBy), "time-moved", by));
        }
    }

    /**
     * Ends the time to pay of a capture's unpaid order, which stays until the channel has said whether it was paid; does nothing when there
     * is none, or its time is over.
     */
    @Transactional
    public void endTimeToPay(String captureNo, Actor by) {
        orders.lockLive(captureNo)
                .filter(order -> order.isPayableAt(clock.instant()))
                .ifPresent(order -> gate.save(order, order.payableUntil(clock.instant()), "time-over", by));
    }

    /** Moves all orders of a capture to the account that takes the capture over. */
    @Transactional
    public void handOver(String captureNo, String accountNo) {
        orders.handOver(captureNo, accountNo);
    }
}
