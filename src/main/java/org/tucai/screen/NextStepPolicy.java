package org.tucai.screen;

import org.tucai.capture.CaptureStatus;

/** Which step comes next for one capture. Pure. */
final class NextStepPolicy {
    private NextStepPolicy() {}

    /**
     * The situation of a capture.
     *
     * @param mustPayFirst the fee comes before shooting and is not paid
     * @param open the campaign takes photos now
     * @param triesLeft at least one try is left
     * @param toProofread the student is asked whether picture and facts are right
     */
    record Situation(
            CaptureStatus status, boolean mustPayFirst, boolean open, boolean triesLeft, boolean toProofread) {}

    static NextStep of(Situation s) {
        return switch (s.status()) {
            case BOUND -> shoot(s, NextStep.SHOOT);
            case PHOTO_READY -> s.open() ? NextStep.SUBMIT : NextStep.CONTACT_UNIT;
            case AWAITING_PAYMENT -> NextStep.PAY;
            case IN_REVIEW -> NextStep.WAIT_FOR_REVIEW;
            case REJECTED, RETURNED -> shoot(s, NextStep.SHOOT_AGAIN);
            case ACCEPTED, FORWARDED -> s.toProofread() ? NextStep.PROOFREAD : NextStep.WAIT_FOR_AUTHORITY;
            case VERIFIED -> s.toProofread() ? NextStep.PROOFREAD : NextStep.DONE;
            case WITHDRAWN, EXPIRED -> s.open() ? NextStep.OPEN_CODE : NextStep.CONTACT_UNIT;
        };
    }

    private static NextStep shoot(Situation s, NextStep step) {
        if (!s.open() || !s.triesLeft()) {
            return NextStep.CONTACT_UNIT;
        }
        return s.mustPayFirst() ? NextStep.PAY : step;
    }
}
