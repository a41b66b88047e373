package org.tucai.payment;

import org.tucai.platform.money.Money;
import org.tucai.platform.problem.ProblemException;

/** A feature's objection to giving money back by hand. Asked in the transaction that would record the refund, the subject locked. */
public interface RefundVeto {
    /**
     * Lets money of this payment go back, or not.
     *
     * @throws ProblemException a named one, for a person asks and has to read what to do instead
     */
    void check(Payment payment, Money amount);
}
