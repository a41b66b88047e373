package org.tucai.order;

import jakarta.inject.Singleton;

/** What prints cost that are with the carrier or the student. */
@Singleton
class SentPrints {
    private final ShipmentRepository shipments;
    private final OrderLines lines;

    SentPrints(ShipmentRepository shipments, OrderLines lines) {
        this.shipments = shipments;
        this.lines = lines;
    }

    /**
     * The price of an order's prints and their postage, as far as it is not promised back, in fen; 0 while they are not sent. Locks the
     * shipment: otherwise prints could be sent while their price is being refunded.
     */
    long unrefundedMinor(Order order) {
        return are(order) ? lines.unrefundedPrintsMinor(order) : 0;
    }

    /** Whether an order's prints were sent, as far as is known without a lock: for display. */
    boolean were(Order order) {
        return shipments
                .findByOrderNo(order.no())
                .filter(s -> s.status().isSent())
                .isPresent();
    }

    /** Whether an order's prints were sent; locks the shipment. */
    boolean are(Order order) {
        return shipments.lockOf(order.no()).filter(s -> s.status().isSent()).isPresent();
    }
}
