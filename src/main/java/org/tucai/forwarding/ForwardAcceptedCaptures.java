package org.tucai.forwarding;

import jakarta.inject.Singleton;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFollower;
import org.tucai.platform.security.Actor;

/** Prepares a package for every accepted photo; once its capture is forgotten, deletes the texts but keeps number, status and times. */
@Singleton
class ForwardAcceptedCaptures implements CaptureFollower {
    private final ForwardingService forwarding;

    ForwardAcceptedCaptures(ForwardingService forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public void onAccepted(Capture capture, Actor by) {
        forwarding.prepare(capture);
    }

    @Override
    public void onForgotten(Capture capture) {
        forwarding.forget(capture.no());
    }
}
