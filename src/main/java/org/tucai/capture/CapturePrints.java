package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tucai.order.ShipmentService;
import org.tucai.platform.security.Actor;

/** Prints are made of an accepted picture, and not of one that no longer stands; it is kept until they are sent. */
@Singleton
class CapturePrints implements CaptureFollower, RetentionHold {
    private final ShipmentService shipments;

    CapturePrints(ShipmentService shipments) {
        this.shipments = shipments;
    }

    @Override
    public void onAccepted(Capture capture, Actor by) {
        shipments.due(capture.no());
    }

    /** Paid for, they are owed until they are sent or the money goes back; without picture and address neither can be. */
    @Override
    public boolean holds(Capture capture, Instant settledAt) {
        return shipments.isAwaited(capture.no());
    }

    @Override
    public void onReturned(Capture capture, String reason) {
        shipments.holdBack(capture.no());
    }

    @Override
    public void onErratum(Capture capture) {
        shipments.holdBack(capture.no());
    }
}
