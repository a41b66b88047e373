package org.tucai.review;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.security.Actor;

/** Marks reviews that are past their due day; managers see them in the queue and in the audit trail. */
@Singleton
public class OverdueService {
    private static final int BATCH = 100;

    private final ReviewRepository reviews;
    private final AuditTrail audit;
    private final InstantSource clock;

    OverdueService(ReviewRepository reviews, AuditTrail audit, InstantSource clock) {
        this.reviews = reviews;
        this.audit = audit;
        this.clock = clock;
    }

    /** Marks up to 100 reviews, each once; returns how many were found. */
    @Transactional
    public int markOverdue() {
        Instant now = clock.instant();
        List<String> late = reviews.dueBefore(now, BATCH);
        for (String no : late) {
            Review review = reviews.lock(no).orElseThrow();
            if (review.isLateAt(now)) { // since it was found its due day may have moved, or somebody decided
                reviews.markOverdue(no);
                audit.record(Actor.SYSTEM, "review-overdue", no, review.captureNo());
            }
        }
        return late.size();
    }
}
