package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.PaymentService;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** Changes an order that is not paid: its prints and its prices; in the caller's transaction, the order locked. */
@Singleton
class OrderChange {
    private final OrderLines lines;
    private final OrderGate gate;
    private final PaymentService payments;

    OrderChange(OrderLines lines, OrderGate gate, PaymentService payments) {
        this.lines = lines;
        this.gate = gate;
        this.payments = payments;
    }

    /**
     * The unpaid order with these prints. Payments begun for another amount are taken back.
     *
     * @param prints null removes them
     * @throws ProblemException {@link OrderProblem#PRINTS_NOT_OFFERED}
     */
    Order to(Order order, @Nullable Prints prints, Actor by) {
        return priced(order, Money.fen(lines.feeMinor(order)), prints, "prints-changed", by);
    }

    /**
     * The unpaid order at what its campaign asks for now, where that is less or prints are offered only now: nobody pays more than somebody
     * who orders today, nor more than was said when ordering. An order whose time to pay is over stays as it is: it may have been paid.
     */
    Order atBetterTerms(Order order, PlaceOrder now, Actor by, Instant at) {
        long feeBefore = lines.feeMinor(order);
        long fee = Math.min(feeBefore, now.fee().minor());
        Long print = lower(order.printMinor(), now.printPrice());
        if (!order.isPayableAt(at) || (fee == feeBefore && Objects.equals(print, order.printMinor()))) {
            return order;
        }
        return priced(order.offeringPrints(print), Money.fen(fee), of(order).orElse(null), "terms-changed", by);
    }

    private static @Nullable Long lower(@Nullable Long before, @Nullable Money now) {
        if (before == null || now == null) {
            return now == null ? before : Long.valueOf(now.minor());
        }
        return Math.min(before, now.minor());
    }

    private Order priced(Order order, Money fee, @Nullable Prints prints, String cause, Actor by) {
        Long printMinor = order.printMinor();
        OrderLines.Priced priced = lines.price(fee, printMinor == null ? null : Money.fen(printMinor), prints);
        lines.replace(order, priced);
        if (priced.total().minor() != order.totalMinor()) {
            payments.abandon(order.no());
        }
        return gate.save(order, order.totalling(priced.total().minor(), priced.addressSealed()), cause, by);
    }

    /**
     * The live order with the wanted prints, or a refusal; it is never returned silently without them. An order whose time to pay is over is
     * not changed: it may have been paid already, and money that differs from the new total would go back.
     *
     * @throws ProblemException {@link OrderProblem#PRINTS_AFTER_PAYMENT}, {@link OrderProblem#ORDER_NOT_AWAITING_PAYMENT}, {@link
     *     OrderProblem#PRINTS_NOT_OFFERED}
     */
    Order wanted(Order live, Prints prints, Actor by, Instant now) {
        if (of(live).filter(prints::equals).isPresent()) {
            return live;
        }
        if (live.isPaid()) {
            throw new ProblemException(OrderProblem.PRINTS_AFTER_PAYMENT);
        }
        if (!live.isPayableAt(now)) {
            throw new ProblemException(OrderProblem.ORDER_NOT_AWAITING_PAYMENT);
        }
        return to(live, prints, by);
    }

    private Optional<Prints> of(Order order) {
        PrintAddress address = lines.address(order);
        int count = lines.count(order);
        return address == null || count == 0 ? Optional.empty() : Optional.of(new Prints(count, address));
    }
}
