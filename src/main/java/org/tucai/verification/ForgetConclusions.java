package org.tucai.verification;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tucai.audit.AuditTrail;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFollower;
import org.tucai.platform.job.RecurringJob;
import org.tucai.platform.security.Actor;

/**
 * Deletes the student from conclusions on forgotten captures; their labels stay. A conclusion without a capture keeps the student's
 * number so that it can still be matched; after the configured time it is deleted, because a match is no longer to be expected.
 */
@Singleton
class ForgetConclusions implements CaptureFollower, RecurringJob {
    private final ConclusionRepository conclusions;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Duration matchWithin;

    ForgetConclusions(
            ConclusionRepository conclusions,
            AuditTrail audit,
            InstantSource clock,
            @Value("${tucai.verification.match-within}") Duration matchWithin) {
        this.conclusions = conclusions;
        this.audit = audit;
        this.clock = clock;
        this.matchWithin = matchWithin;
    }

    @Override
    public void onForgotten(Capture capture) {
        conclusions.forgetStudent(capture.no());
    }

    @Override
    public String type() {
        return "forget-conclusions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        int all = 0;
        int some;
        do {
            some = conclusions.deleteWaiting(clock.instant().minus(matchWithin));
            all += some;
        } while (some > 0);
        if (all > 0) {
            audit.record(Actor.SYSTEM, "conclusions-dropped", "conclusion", all + " without a capture");
        }
    }
}
