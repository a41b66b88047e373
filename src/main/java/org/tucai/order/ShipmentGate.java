package org.tucai.order;

import jakarta.inject.Singleton;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;

/** The only gate that saves shipments, with their history and their audit rows. */
@Singleton
class ShipmentGate {
    private static final String KIND = "shipment";

    private final ShipmentRepository shipments;
    private final StateHistory history;
    private final AuditTrail audit;

    ShipmentGate(ShipmentRepository shipments, StateHistory history, AuditTrail audit) {
        this.shipments = shipments;
        this.history = history;
        this.audit = audit;
    }

    Shipment born(Shipment shipment) {
        history.moved(KIND, shipment.no(), null, shipment.status(), "accepted", Actor.SYSTEM);
        return shipments.save(shipment);
    }

    Shipment move(Shipment before, Shipment after, String cause, Actor by) {
        history.moved(KIND, before.no(), before.status(), after.status(), cause, by);
        audit.record(by, "shipment-" + cause, before.no(), before.orderNo());
        return shipments.update(after);
    }

    /** Stores what was written wrongly about a dispatch; the status stays the same. */
    Shipment correct(Shipment corrected, Actor by) {
        audit.record(by, "shipment-corrected", corrected.no(), corrected.orderNo());
        return shipments.update(corrected);
    }

    /** Unsent prints of an order wait for another picture; does nothing when there are none. */
    void holdBack(String orderNo) {
        shipments
                .lockOf(orderNo)
                .filter(s -> s.status() == ShipmentStatus.WAITING)
                .ifPresent(s -> move(s, s.heldBack(), "picture-replaced", Actor.SYSTEM));
    }

    /** Cancels unsent prints of an order; does nothing when there are none. */
    void cancel(String orderNo, String cause) {
        shipments
                .lockOf(orderNo)
                .filter(s -> s.status().next().contains(ShipmentStatus.CANCELLED))
                .ifPresent(s -> move(s, s.cancelled(), cause, Actor.SYSTEM));
    }
}
