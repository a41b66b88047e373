package org.tucai.forwarding;

import jakarta.inject.Singleton;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFollower;
import org.tucai.platform.security.Actor;

/** Every accepted photo gets a package; of a forgotten one the words go and number, status and times stay. */
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
