package org.tucai.review;

import jakarta.inject.Singleton;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;

/** The only place that stores a review's status, together with its history row and its audit row. */
@Singleton
class ReviewGate {
    private static final String KIND = "review";

    private final ReviewRepository reviews;
    private final StateHistory history;
    private final AuditTrail audit;

    ReviewGate(ReviewRepository reviews, StateHistory history, AuditTrail audit) {
        this.reviews = reviews;
        this.history = history;
        this.audit = audit;
    }

    Review lock(String no) {
        return reviews.lock(no).orElseThrow(PlatformProblem::notFound);
    }

    Review born(Review review) {
        Review saved = reviews.save(review);
        history.moved(KIND, review.no(), null, review.status(), "submitted", Actor.SYSTEM);
        return saved;
    }

    Review move(Review before, Review after, String cause, Actor actor) {
        Review saved = reviews.update(after);
        history.moved(KIND, before.no(), before.status(), after.status(), cause, actor);
        audit.record(actor, "review-" + cause, before.no(), before.captureNo());
        return saved;
    }
}
