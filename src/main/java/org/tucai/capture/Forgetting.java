package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tucai.audit.AuditTrail;
import org.tucai.order.OrderService;
import org.tucai.platform.security.Actor;

/** Deletes what is known of a person when the purpose is done (PIPL 47): photos, facts, notes, address. */
@Singleton
class Forgetting {
    private final CaptureRepository captures;
    private final RejectionRepository rejections;
    private final PhotoBin bin;
    private final OrderService orders;
    private final Followers followers;
    private final AuditTrail audit;
    private final InstantSource clock;

    Forgetting(
            CaptureRepository captures,
            RejectionRepository rejections,
            PhotoBin bin,
            OrderService orders,
            Followers followers,
            AuditTrail audit,
            InstantSource clock) {
        this.captures = captures;
        this.rejections = rejections;
        this.bin = bin;
        this.orders = orders;
        this.followers = followers;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the caller's transaction; the pixels follow by job. What stays is the skeleton: numbers, statuses, times. */
    Capture forget(Capture capture) {
        bin.empty(capture.no());
        rejections.forgetNotes(capture.no());
        orders.forgetAddress(capture.no());
        Capture after = captures.update(capture.withoutPersonalData(clock.instant()));
        followers.forgotten(after);
        audit.record(Actor.SYSTEM, "capture-forgotten", capture.no(), "photos and facts deleted");
        return after;
    }
}
