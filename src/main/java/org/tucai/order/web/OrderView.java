package org.tucai.order.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.order.LineKind;
import org.tucai.order.Order;
import org.tucai.order.OrderLine;
import org.tucai.order.OrderStatus;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * An order.
 *
 * @param payable whether it can be paid now; false after {@code payBy}, even while the status is still AWAITING_PAYMENT
 * @param printPrice price of one extra print; null if none are offered
 * @param refunding refunds requested but not yet completed
 * @param payBy when it expires if unpaid
 * @param endedAt when it was cancelled, expired, or the refund of its last money was requested
 */
@Serdeable
record OrderView(
        String no,
        String captureNo,
        String campaignNo,
        OrderStatus status,
        String statusText,
        boolean payable,
        List<LineView> lines,
        Money total,
        Money paid,
        Money refunding,
        Money refunded,
        @Nullable Money printPrice,
        OffsetDateTime placedAt,
        OffsetDateTime payBy,
        @Nullable OffsetDateTime paidAt,
        @Nullable OffsetDateTime endedAt) {

    /** One line of an order. */
    @Serdeable
    record LineView(LineKind kind, String kindText, int quantity, Money unit, Money amount) {
        static LineView of(OrderLine line, Language language) {
            return new LineView(
                    line.kind(),
                    line.kind().text(language),
                    line.quantity(),
                    Money.fen(line.unitMinor()),
                    line.amount());
        }
    }

    static OrderView of(Order order, List<OrderLine> lines, Instant now, Language language) {
        Long printMinor = order.printMinor();
        return new OrderView(
                order.no(),
                order.captureNo(),
                order.campaignNo(),
                order.status(),
                order.statusText(now, language),
                order.isPayableAt(now),
                lines.stream().map(l -> LineView.of(l, language)).toList(),
                order.total(),
                order.paid(),
                Money.fen(order.refundAskedMinor() - order.refundedMinor()),
                order.refunded(),
                printMinor == null ? null : Money.fen(printMinor),
                ChinaTime.offset(order.placedAt()),
                ChinaTime.offset(order.payBy()),
                ChinaTime.offsetOrNull(order.paidAt()),
                ChinaTime.offsetOrNull(order.endedAt()));
    }
}
