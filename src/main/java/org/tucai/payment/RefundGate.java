package org.tucai.payment;

import jakarta.inject.Singleton;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;

/** The one place where a refund's status is stored, together with its history row. */
@Singleton
class RefundGate {
    private static final String KIND = "refund";

    private final RefundRepository refunds;
    private final StateHistory history;

    RefundGate(RefundRepository refunds, StateHistory history) {
        this.refunds = refunds;
        this.history = history;
    }

    Refund born(Refund promised, Actor by) {
        Refund saved = refunds.save(promised);
        history.moved(KIND, saved.no(), null, saved.status(), "requested", by);
        return saved;
    }

    Refund move(Refund from, Refund to, String cause, Actor by) {
        history.moved(KIND, to.no(), from.status(), to.status(), cause, by);
        return refunds.update(to);
    }
}
