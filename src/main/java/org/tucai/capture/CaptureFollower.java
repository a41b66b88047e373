package org.tucai.capture;

import org.tucai.platform.security.Actor;

/** Implemented by features above that must act when a capture moves; called in the transaction that moves it. */
public interface CaptureFollower {
    /** It is now in review. */
    default void onSubmitted(Capture capture) {}

    /** It left the review undecided: withdrawn, given up, captured in another campaign, or its fee was refunded. */
    default void onWithdrawn(Capture capture, Actor by) {}

    default void onAccepted(Capture capture, Actor by) {}

    default void onRejected(Capture capture) {}

    default void onForwarded(Capture capture) {}

    default void onReturned(Capture capture) {}

    /** The student's information check, or the unit itself, found the accepted picture wrong; it is taken again. */
    default void onErratum(Capture capture) {}

    default void onVerified(Capture capture) {}

    /** It was handed over to the student's own account. */
    default void onHandedOver(Capture capture) {}

    /** Its photos and facts are deleted; whatever else is kept about the person must be deleted too. */
    default void onForgotten(Capture capture) {}
}
