package org.tucai.screen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
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
     * @param overdue the time to pay is over, and the channel is asked whether it was paid in time
     * @param window whether the campaign takes photos
     * @param triesLeft at least one try is left
     * @param check where the information check of the accepted picture stands; null without one
     * @param doubtful the authority's conclusion is one that the school has to follow up
     * @param needless it ended because the student was captured in another campaign, and this one accepts no second picture; or there is
     *     a newer one in its campaign
     * @param forgotten its retention is over and the picture deleted; there is nothing to wait for
     */
    record Situation(
            CaptureStatus status,
            boolean onSite,
            boolean mustPayFirst,
            boolean overdue,
            Window window,
            boolean triesLeft,
            @Nullable ProofreadingStatus check,
            boolean doubtful,
            boolean needless,
            boolean forgotten) {}

    /** Whether a campaign takes photos. */
    enum Window {
        /** Now. */
        OPEN,
        /** Not now: its first window, or the make-up window, is still to come. */
        TO_COME,
        /** Not any more. */
        OVER;

        static Window of(Campaign campaign, Instant now) {
            if (campaign.acceptsAt(now)) {
                return OPEN;
            }
            return campaign.isOverAt(now) ? OVER : TO_COME;
        }

        /** That step while photos are taken; otherwise waiting for the next window, or the unit if there is none. */
        NextStep orWait(NextStep open) {
            return switch (this) {
                case OPEN -> open;
                case TO_COME -> NextStep.WAIT_FOR_WINDOW;
                case OVER -> NextStep.CONTACT_UNIT;
            };
        }
    }

    static NextStep of(Situation s) {
        return switch (s.status()) {
            case BOUND -> shoot(s, NextStep.SHOOT);
            case PHOTO_READY -> submit(s);
            case AWAITING_PAYMENT -> pay(s);
            case IN_REVIEW -> NextStep.WAIT_FOR_REVIEW;
            case REJECTED, RETURNED, ERRATUM -> shoot(s, NextStep.SHOOT_AGAIN);
            case ACCEPTED, FORWARDED, VERIFIED -> s.forgotten() ? NextStep.DONE : captured(s);
            case WITHDRAWN, EXPIRED -> s.needless() ? NextStep.DONE : begin(s);
        };
    }

    /** A new capture of the enrolment would be refused without a try left. */
    private static NextStep begin(Situation s) {
        return s.triesLeft() || s.onSite() ? s.window().orWait(NextStep.OPEN_CODE) : NextStep.CONTACT_UNIT;
    }

    private static NextStep pay(Situation s) {
        return s.overdue() ? NextStep.WAIT_FOR_PAYMENT : NextStep.PAY;
    }

    private static NextStep submit(Situation s) {
        return s.window().orWait(s.onSite() ? NextStep.GO_ON_SITE : NextStep.SUBMIT);
    }

    private static NextStep shoot(Situation s, NextStep step) {
        if (!s.triesLeft() && !s.onSite()) {
            return NextStep.CONTACT_UNIT;
        }
        if (s.mustPayFirst()) {
            return s.overdue() ? NextStep.WAIT_FOR_PAYMENT : s.window().orWait(NextStep.PAY);
        }
        return s.window().orWait(s.onSite() ? NextStep.GO_ON_SITE : step);
    }

    private static NextStep captured(Situation s) {
        if (s.check() != null && s.check().takesAnswers()) {
            return NextStep.PROOFREAD;
        }
        if (s.doubtful()) {
            return NextStep.CONTACT_SCHOOL;
        }
        if (s.check() == ProofreadingStatus.DISPUTED) {
            return NextStep.WAIT_FOR_UNIT;
        }
        return s.status() == CaptureStatus.VERIFIED ? NextStep.DONE : NextStep.WAIT_FOR_AUTHORITY;
    }
}
