package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.order.ShipmentService;
import org.tucai.platform.security.Actor;

/** Prints are made of an accepted picture, and not of one that no longer stands. */
@Singleton
class CapturePrints implements CaptureFollower {
    private final ShipmentService shipments;

    CapturePrints(ShipmentService shipments) {
        this.shipments = shipments;
    }

    @Override
    public void onAccepted(Capture capture, Actor by) {
        shipments.due(capture.no());
    }

    @Override
    public void onReturned(Capture capture, String reason) {
        shipments.cancel(capture.no());
    }

    @Override
    public void onErratum(Capture capture) {
        shipments.cancel(capture.no());
    }
}
