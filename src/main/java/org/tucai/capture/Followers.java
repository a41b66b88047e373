package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.security.Actor;

/** Tells all followers. */
@Singleton
class Followers {
    private final List<CaptureFollower> all;

    Followers(Collection<CaptureFollower> all) {
        this.all = List.copyOf(all);
    }

    void submitted(Capture capture) {
        all.forEach(f -> f.onSubmitted(capture));
    }

    void withdrawn(Capture capture) {
        all.forEach(f -> f.onWithdrawn(capture));
    }

    void accepted(Capture capture, Actor by) {
        all.forEach(f -> f.onAccepted(capture, by));
    }

    void rejected(Capture capture, Set<RejectReason> reasons, @Nullable String note, Actor by) {
        all.forEach(f -> f.onRejected(capture, reasons, note, by));
    }

    void forwarded(Capture capture) {
        all.forEach(f -> f.onForwarded(capture));
    }

    void returned(Capture capture, String reason) {
        all.forEach(f -> f.onReturned(capture, reason));
    }

    void verified(Capture capture) {
        all.forEach(f -> f.onVerified(capture));
    }

    void forgotten(Capture capture) {
        all.forEach(f -> f.onForgotten(capture));
    }
}
