package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
import org.tucai.capturecode.CaptureCode;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** Creates a capture together with the consents it rests on, in the caller's transaction. */
@Singleton
class CaptureBirths {
    private final CaptureRepository captures;
    private final CaptureGate gate;
    private final ConsentRepository consents;
    private final FactsVault facts;
    private final ConsentNotice notice;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    CaptureBirths(
            CaptureRepository captures,
            CaptureGate gate,
            ConsentRepository consents,
            FactsVault facts,
            ConsentNotice notice,
            PublicNumbers numbers,
            InstantSource clock) {
        this.captures = captures;
        this.gate = gate;
        this.consents = consents;
        this.facts = facts;
        this.notice = notice;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Refuses unless the current notice was accepted. */
    void requireConsent(@Nullable String version) {
        if (version == null) {
            throw new ProblemException(CaptureProblem.CONSENT_MISSING);
        }
        if (!notice.version().equals(version)) {
            throw new ProblemException(CaptureProblem.CONSENT_OUTDATED);
        }
    }

    String enrolmentKey(CaptureCode code) {
        return facts.enrolmentKey(code.schoolCode(), code.enrolmentNo());
    }

    /** The {@link Capture#liveKey()} of the code's enrolment in that campaign. */
    String liveKey(CaptureCode code, Campaign campaign) {
        return enrolmentKey(code) + "|" + campaign.no();
    }

    /** Photos judged in that campaign since the last decision, in captures of the enrolment that were given up. */
    int triesUsed(CaptureCode code, Campaign campaign) {
        return captures.spentTries(campaign.no(), enrolmentKey(code));
    }

    /**
     * Creates the capture for a code whose last four characters were confirmed, with one consent of each kind.
     *
     * @param by the student, or the operator in whose presence the student agreed
     */
    Capture born(String accountNo, CaptureCode code, Campaign campaign, Actor by) {
        Instant now = clock.instant();
        Capture capture = gate.born(fresh(accountNo, code, campaign, now), by);
        for (Consent.Kind kind : Consent.Kind.values()) {
            consents.save(new Consent(null, capture.no(), accountNo, kind, notice.version(), now, by.toString(), null));
        }
        return capture;
    }

    private Capture fresh(String accountNo, CaptureCode code, Campaign campaign, Instant now) {
        CaptureFacts said = new CaptureFacts(
                code.studentUniqueNo(),
                code.maskedName(),
                code.maskedIdNumber(),
                code.schoolCode(),
                code.schoolName(),
                code.level(),
                code.major(),
                code.studentNo(),
                code.enrolmentNo(),
                code.expectedGraduation());
        return new Capture(
                null,
                numbers.next("cap"),
                accountNo,
                campaign.no(),
                campaign.schoolNo(),
                enrolmentKey(code),
                liveKey(code, campaign),
                facts.studentKey(code.studentUniqueNo()),
                facts.seal(said),
                CaptureStatus.BOUND,
                null,
                triesUsed(code, campaign),
                null,
                now,
                null,
                null,
                null,
                null,
                now,
                0);
    }
}
