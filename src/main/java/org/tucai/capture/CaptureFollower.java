package org.tucai.capture;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.security.Actor;

/** Features above that must act when a capture moves; told in the transaction that moves it. */
public interface CaptureFollower {
    /** It is now in review. */
    default void onSubmitted(Capture capture) {}

    /** It left the review undecided: the student took it back, to change the photo or to give up, or its fee was given back. */
    default void onWithdrawn(Capture capture, Actor by) {}

    default void onAccepted(Capture capture, Actor by) {}

    default void onRejected(Capture capture, Set<RejectReason> reasons, @Nullable String note, Actor by) {}

    default void onForwarded(Capture capture) {}

    default void onReturned(Capture capture, String reason) {}

    /** The student's information check found the picture wrong; it is taken again. */
    default void onErratum(Capture capture) {}

    default void onVerified(Capture capture) {}

    /** It belongs to another account now: the student's own. */
    default void onHandedOver(Capture capture) {}

    /** Its photos and facts are deleted; whatever else is kept of the person must go too. */
    default void onForgotten(Capture capture) {}
}
