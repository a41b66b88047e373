package org.tucai.payment;

import java.util.Optional;

/** A feature's objection to giving money back by hand. Asked in the transaction that would record the refund. */
public interface RefundVeto {
    /** Why the money of this payment stays, in a few words for staff; empty when there is no objection. */
    Optional<String> objection(Payment payment);
}
