package org.tucai.review;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.SealedText;

/**
 * A look that did not decide where four eyes are required: the first of two, or the second if it disagreed.
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

        @MappedProperty(converter = SealedText.class) @Nullable
        String note,

        Instant lookedAt) {

    /** From a decision that passes the photo on. */
    static ReviewLook of(Review decided) {
        Ruling said = decided.ruling();
        return new ReviewLook(
                null,
                decided.no(),
                decided.captureNo(),
                decided.decider().no(),
                said.decision(),
                said.reasonNames(),
                said.note(),
                Objects.requireNonNull(decided.decidedAt()));
    }

    Ruling ruling() {
        return new Ruling(decision, Ruling.named(reasons), note);
    }
}
