package org.tucai.capture;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import org.tucai.platform.security.Actor;

/** Notifies all followers. */
@Singleton
class Followers {
    /** Looked up at the first call, because followers depend on the services that notify them. */
    private final BeanProvider<CaptureFollower> all;

    Followers(BeanProvider<CaptureFollower> all) {
        this.all = all;
    }

    void submitted(Capture capture) {
        all.forEach(f -> f.onSubmitted(capture));
    }

    void withdrawn(Capture capture, Actor by) {
        all.forEach(f -> f.onWithdrawn(capture, by));
    }

    void accepted(Capture capture, Actor by) {
        all.forEach(f -> f.onAccepted(capture, by));
    }

    void rejected(Capture capture) {
        all.forEach(f -> f.onRejected(capture));
    }

    void forwarded(Capture capture) {
        all.forEach(f -> f.onForwarded(capture));
    }

    void returned(Capture capture) {
        all.forEach(f -> f.onReturned(capture));
    }

    void erratum(Capture capture) {
        all.forEach(f -> f.onErratum(capture));
    }

    void verified(Capture capture) {
        all.forEach(f -> f.onVerified(capture));
    }

    void handedOver(Capture capture) {
        all.forEach(f -> f.onHandedOver(capture));
    }

    void forgotten(Capture capture) {
        all.forEach(f -> f.onForgotten(capture));
    }
}
