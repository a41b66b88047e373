package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tucai.order.ShipmentService;
import org.tucai.platform.security.Actor;

/** Prints are made only of a picture that is still accepted; it is kept until they are sent. */
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

    /** Paid prints are owed until they are sent or refunded, and sending them takes the picture and the address. */
    @Override
    public boolean holds(Capture capture, Instant settledAt) {
        return shipments.isAwaited(capture.no());
    }

    @Override
    public void onForgotten(Capture capture) {
        shipments.forget(capture.no());
    }

    @Override
    public void onReturned(Capture capture) {
        shipments.holdBack(capture.no());
    }

    @Override
    public void onErratum(Capture capture) {
        shipments.holdBack(capture.no());
    }
}
