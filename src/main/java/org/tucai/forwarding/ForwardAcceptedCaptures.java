package org.tucai.forwarding;

import jakarta.inject.Singleton;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFollower;
import org.tucai.platform.security.Actor;

/** Every accepted photo gets a package. */
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
}
