package org.tucai.order;

import org.tucai.platform.money.Money;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** Notifies the capture an order is for, in the transaction that changes the order. Implemented above. */
public interface OrderFollower {
    /**
     * Locks the capture, so that everybody locks it before its order. Implement it where captures are locked while orders change;
     * otherwise deadlocks occur, which the platform resolves by running a transaction again.
     */
    default void lock(String captureNo) {}

    /** The order is paid. Not called for an order that {@link OrderService#place} answers as paid already. */
    void onPaid(String captureNo);

    /**
     * All money is back with the student, the last of it the way it was paid.
     *
     * @param amount what came back the way it was paid; less than the order's money where a part was handed back
     */
    void onRefunded(String captureNo, Money amount);

    /**
     * A person wants to give back all that is left of a paid order; the capture is locked.
     *
     * @throws ProblemException when the capture depends on the order
     */
    default void checkGivingBack(String captureNo) {}

    /** All money of the order is given back or promised back, so it no longer counts as paid; the capture is locked. */
    default void onGivenBack(String captureNo, Actor by) {}

    /** All money is promised back; it is on its way. */
    default void onRefunding(String captureNo, Money amount) {}

    /** Money is promised back that the channel no longer refunds: a person has to return it. */
    default void onOwed(String captureNo, Money amount) {}

    /** A person gave money back outside the channel; the student may have been told that it would come the way it was paid. */
    default void onHandedBack(String captureNo, Money amount) {}

    /** Money came that the order could not keep: it was over, paid already, or of another amount. It is on its way back. */
    default void onNotKept(String captureNo, Money amount) {}

    /** Part of the money is back with the student the way it was paid. */
    default void onPartlyRefunded(String captureNo, Money amount) {}

    /** The order is still not paid, some hours before its payment deadline. */
    default void onPaymentDue(String captureNo, String orderNo, Money amount) {}

    /** The extra prints are with the carrier. */
    default void onPrintsSent(String captureNo, String carrier, String trackingNo) {}

    /** The order was not paid in time. */
    default void onExpired(String captureNo) {}
}
