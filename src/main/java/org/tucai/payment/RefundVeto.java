package org.tucai.payment;

import org.tucai.platform.money.Money;
import org.tucai.platform.problem.ProblemException;

/** A feature's objection to a refund that a person requests. Called in the transaction that records the refund, with the subject locked. */
public interface RefundVeto {
    /**
     * Returns when this amount of the payment may be refunded.
     *
     * @throws ProblemException when not; a named problem, because the person who asked must read what to do instead
     */
    void check(Payment payment, Money amount);
}
