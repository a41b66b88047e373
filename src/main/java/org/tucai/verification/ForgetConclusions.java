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
 * Of a conclusion on a forgotten capture the word stays and the student goes. One for which no capture was found holds a student's
 * number in the hope that one will be; after that long it is deleted, for nobody is going to find it.
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
