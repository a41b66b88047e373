package org.tucai.payment;

import java.util.Optional;

/** What is being paid for: told about money in the transaction that records it. Implemented by the feature that sells. */
public interface PaymentFollower {
    /** Locks what is paid for, so that everybody locks it before its payments. Does nothing for a foreign subject. */
    void lock(String subjectNo);

    /** The whole amount of a payment has come in. Answers why it must go back, or nothing when it is kept. */
    Optional<GiveBack> onSucceeded(Payment payment);

    /** Money of this payment has been promised back. */
    void onRefundRequested(Payment payment, Refund refund);

    /** A refund has succeeded or has been given up by the channel. */
    void onRefundSettled(Payment payment, Refund refund);
}
