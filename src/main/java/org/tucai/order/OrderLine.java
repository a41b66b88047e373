package org.tucai.order;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.money.Money;

/**
 * One line of an order.
 *
 * @param quantity 1 and up
 * @param unitMinor price of one, in fen
 */
@MappedEntity("order_line")
public record OrderLine(
        @Id @GeneratedValue @Nullable Long id, long orderId, LineKind kind, int quantity, long unitMinor) {
    public Money amount() {
        return Money.fen(unitMinor).times(quantity);
    }
}
