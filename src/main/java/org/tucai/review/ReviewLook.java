package org.tucai.review;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.security.Actor;

/**
 * What one of four eyes said without deciding: the first of two, and the second who disagreed.
 *
 * @param reasons names of the reasons, separated by commas; empty with an acceptance
 */
@MappedEntity("review_look")
record ReviewLook(
        @Id @GeneratedValue @Nullable Long id,
        String reviewNo,
        String captureNo,
        String reviewerNo,
        Decision decision,
        String reasons,
        @Nullable String note,
        Instant lookedAt) {

    static ReviewLook of(Review review, Actor reviewer, Ruling said, Instant at) {
        return new ReviewLook(
                null,
                review.no(),
                review.captureNo(),
                reviewer.no(),
                said.decision(),
                said.reasonNames(),
                said.note(),
                at);
    }

    Ruling ruling() {
        return new Ruling(decision, Ruling.named(reasons), note);
    }
}
