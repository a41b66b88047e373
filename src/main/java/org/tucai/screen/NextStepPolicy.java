package org.tucai.screen;

import org.jspecify.annotations.Nullable;
import org.tucai.capture.CaptureStatus;
import org.tucai.proofreading.ProofreadingStatus;

/** Which step comes next for one capture. Pure. */
final class NextStepPolicy {
    private NextStepPolicy() {}

    /**
     * The situation of a capture.
     *
     * @param onSite the operator shoots, not the student
     * @param mustPayFirst the fee comes before shooting and is not paid
     * @param open the campaign takes photos now
     * @param triesLeft at least one try is left
     * @param check where the information check of the accepted picture stands; null without one
     */
    record Situation(
            CaptureStatus status,
            boolean onSite,
            boolean mustPayFirst,
            boolean open,
            boolean triesLeft,
            @Nullable ProofreadingStatus check) {}

    static NextStep of(Situation s) {
        return switch (s.status()) {
            case BOUND -> shoot(s, NextStep.SHOOT);
            case PHOTO_READY -> submit(s);
            case AWAITING_PAYMENT -> NextStep.PAY;
            case IN_REVIEW -> NextStep.WAIT_FOR_REVIEW;
            case REJECTED, RETURNED, ERRATUM -> shoot(s, NextStep.SHOOT_AGAIN);
            case ACCEPTED, FORWARDED -> check(s, NextStep.WAIT_FOR_AUTHORITY);
            case VERIFIED -> check(s, NextStep.DONE);
            case WITHDRAWN, EXPIRED -> s.open() ? NextStep.OPEN_CODE : NextStep.CONTACT_UNIT;
        };
    }

    private static NextStep submit(Situation s) {
        if (!s.open()) {
            return NextStep.CONTACT_UNIT;
        }
        return s.onSite() ? NextStep.GO_ON_SITE : NextStep.SUBMIT;
    }

    private static NextStep shoot(Situation s, NextStep step) {
        if (!s.open() || (!s.triesLeft() && !s.onSite())) {
            return NextStep.CONTACT_UNIT;
        }
        if (s.mustPayFirst()) {
            return NextStep.PAY;
        }
        return s.onSite() ? NextStep.GO_ON_SITE : step;
    }

    private static NextStep check(Situation s, NextStep otherwise) {
        if (s.check() == null) {
            return otherwise;
        }
        if (s.check().takesAnswers()) {
            return NextStep.PROOFREAD;
        }
        return s.check() == ProofreadingStatus.DISPUTED ? NextStep.WAIT_FOR_UNIT : otherwise;
    }
}
