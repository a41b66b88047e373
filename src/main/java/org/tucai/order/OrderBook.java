package org.tucai.order;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Page;

/** Reads orders. */
@Singleton
public class OrderBook {
    private final OrderRepository orders;
    private final OrderLines lines;

    OrderBook(OrderRepository orders, OrderLines lines) {
        this.orders = orders;
        this.lines = lines;
    }

    public Order require(String orderNo) {
        return orders.findByNo(orderNo).orElseThrow(PlatformProblem::notFound);
    }

    /** An order if it is this student's. */
    public Order requireOf(String orderNo, String accountNo) {
        return orders.findByNoAndAccountNo(orderNo, accountNo).orElseThrow(PlatformProblem::notFound);
    }

    public List<OrderLine> linesOf(Order order) {
        return lines.of(order);
    }

    /** The lines of several orders, read in one query. */
    public Function<Order, List<OrderLine>> linesOf(List<Order> of) {
        Map<Long, List<OrderLine>> read = lines.of(of);
        return order -> read.getOrDefault(Objects.requireNonNull(order.id()), List.of());
    }

    /** Where the prints go; null without prints. Personal data: only for the student, and for staff who send them. */
    public @Nullable PrintAddress addressOf(Order order) {
        return lines.address(order);
    }

    /** Orders, newest first; null filters match all. */
    public Page<Order> orders(
            @Nullable String accountNo,
            @Nullable String campaignNo,
            @Nullable OrderStatus status,
            Cursor after,
            int limit) {
        String name = status == null ? null : status.name();
        return Page.of(
                orders.page(after.at(), after.no(), accountNo, campaignNo, name, limit + 1),
                limit,
                o -> new Cursor(o.placedAt(), o.no()));
    }
}
