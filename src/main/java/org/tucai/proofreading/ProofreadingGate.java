package org.tucai.proofreading;

import jakarta.inject.Singleton;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;

/** The one place where a check's status is stored: with its history row and its audit row. */
@Singleton
class ProofreadingGate {
    private static final String KIND = "proofreading";

    private final ProofreadingRepository proofreadings;
    private final StateHistory history;
    private final AuditTrail audit;

    ProofreadingGate(ProofreadingRepository proofreadings, StateHistory history, AuditTrail audit) {
        this.proofreadings = proofreadings;
        this.history = history;
        this.audit = audit;
    }

    Proofreading born(Proofreading proofreading) {
        Proofreading saved = proofreadings.save(proofreading);
        history.moved(KIND, saved.no(), null, saved.status(), "opened", Actor.SYSTEM);
        return saved;
    }

    Proofreading move(Proofreading from, Proofreading to, String cause, Actor by) {
        if (from.status() != to.status()) {
            history.moved(KIND, to.no(), from.status(), to.status(), cause, by);
            audit.record(by, "proofreading-" + cause, to.no(), from.status() + " → " + to.status());
        }
        return proofreadings.update(to);
    }
}
