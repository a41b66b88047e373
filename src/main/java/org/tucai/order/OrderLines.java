package org.tucai.order;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.money.Money;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.ProblemException;

/** Prices an order and keeps its lines and its sealed address. */
@Singleton
class OrderLines {
    private static final String CONTEXT = "purchase_order.address";

    private final OrderLineRepository lines;
    private final Vault vault;
    private final Money expressFee;

    OrderLines(OrderLineRepository lines, Vault vault, @Value("${tucai.order.express-fee-minor}") long expressMinor) {
        this.lines = lines;
        this.vault = vault;
        this.expressFee = Money.fen(expressMinor);
    }

    /** A line before it has an order. */
    record Draft(LineKind kind, int quantity, Money unit) {}

    /** Lines with their sum. */
    record Priced(List<Draft> drafts, Money total, @Nullable String addressSealed) {}

    /** What sending the prints of one order costs. */
    Money expressFee() {
        return expressFee;
    }

    Priced price(Money fee, @Nullable Money printPrice, @Nullable Prints prints) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(LineKind.CAPTURE_FEE, 1, fee));
        if (prints != null) {
            if (printPrice == null) {
                throw new ProblemException(OrderProblem.PRINTS_NOT_OFFERED);
            }
            drafts.add(new Draft(LineKind.PRINTS, prints.count(), printPrice));
            if (!expressFee.isZero()) {
                drafts.add(new Draft(LineKind.EXPRESS, 1, expressFee));
            }
        }
        Money total = drafts.stream().map(d -> d.unit().times(d.quantity())).reduce(Money.ZERO, Money::plus);
        String sealed = prints == null ? null : vault.sealText(prints.address().encode(), CONTEXT);
        return new Priced(drafts, total, sealed);
    }

    void save(Order order, Priced priced) {
        long orderId = Objects.requireNonNull(order.id());
        priced.drafts().forEach(d -> save(orderId, d));
    }

    void replace(Order order, Priced priced) {
        lines.deleteByOrderId(Objects.requireNonNull(order.id()));
        save(order, priced);
    }

    List<OrderLine> of(Order order) {
        return lines.findByOrderIdOrderByIdAsc(Objects.requireNonNull(order.id()));
    }

    /** The lines of several orders, read in one query, by the order's id. */
    Map<Long, List<OrderLine>> of(List<Order> orders) {
        List<Long> ids =
                orders.stream().map(o -> Objects.requireNonNull(o.id())).toList();
        return ids.isEmpty()
                ? Map.of()
                : lines.findByOrderIdInOrderById(ids).stream().collect(Collectors.groupingBy(OrderLine::orderId));
    }

    /** How many prints. */
    int count(Order order) {
        return of(order).stream()
                .filter(l -> l.kind() == LineKind.PRINTS)
                .mapToInt(OrderLine::quantity)
                .sum();
    }

    /**
     * Whether the money not promised back covers more than the capture fee. If not, the price of the prints was given back, and none are
     * made; prints that cost nothing stay.
     */
    boolean arePrintsPaid(Order order) {
        long fee = feeMinor(order);
        return order.totalMinor() == fee || order.remainingMinor() > fee;
    }

    /** The part of the money not promised back that pays for prints and their postage: what it is more than the capture fee. */
    long unrefundedPrintsMinor(Order order) {
        return Math.max(0, order.remainingMinor() - feeMinor(order));
    }

    /** The price of the capture fee, in fen. */
    long feeMinor(Order order) {
        return of(order).stream()
                .filter(l -> l.kind() == LineKind.CAPTURE_FEE)
                .mapToLong(l -> l.amount().minor())
                .sum();
    }

    @Nullable
    PrintAddress address(Order order) {
        String sealed = order.addressSealed();
        return sealed == null ? null : PrintAddress.decode(vault.openText(sealed, CONTEXT));
    }

    private void save(long orderId, Draft draft) {
        lines.save(new OrderLine(
                null, orderId, draft.kind(), draft.quantity(), draft.unit().minor()));
    }
}
