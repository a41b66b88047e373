package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.PaymentService;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** Sets the prints of an order that is not paid; in the caller's transaction, the order locked. */
@Singleton
class PrintChange {
    private final OrderLines lines;
    private final OrderGate gate;
    private final PaymentService payments;

    PrintChange(OrderLines lines, OrderGate gate, PaymentService payments) {
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
        Money fee = lines.of(order).stream()
                .filter(l -> l.kind() == LineKind.CAPTURE_FEE)
                .map(OrderLine::amount)
                .reduce(Money.ZERO, Money::plus);
        Long printMinor = order.printMinor();
        OrderLines.Priced priced = lines.price(fee, printMinor == null ? null : Money.fen(printMinor), prints);
        lines.replacePrints(order, priced);
        if (priced.total().minor() != order.totalMinor()) {
            payments.abandon(order.no());
        }
        return gate.save(order, order.totalling(priced.total().minor(), priced.addressSealed()), "prints-changed", by);
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
