package org.tucai.payment;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.tucai.audit.AuditTrail;

/**
 * Refunds that follow from something else: a rejection, a closing, unwanted money. The channel's rules do not refuse them, because their
 * cause has already happened: what the channel no longer accepts is recorded as owed and left to a person.
 */
@Singleton
public class AutomaticRefundService {
    private final RefundService refunds;
    private final AuditTrail audit;

    AutomaticRefundService(RefundService refunds, AuditTrail audit) {
        this.refunds = refunds;
        this.audit = audit;
    }

    /** Promises money back; call under the subject's lock, in its transaction. */
    @Transactional
    public Refund request(RequestRefund wanted) {
        Refund refund = refunds.requestOrOwe(wanted);
        if (refund.status() == RefundStatus.BY_HAND) {
            audit.record(
                    wanted.by(),
                    "refund-owed-by-hand",
                    refund.no(),
                    refund.paymentNo() + " " + refund.amountMinor() + " fen");
        }
        return refund;
    }
}
