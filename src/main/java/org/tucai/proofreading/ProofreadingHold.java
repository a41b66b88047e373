package org.tucai.proofreading;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tucai.capture.Capture;
import org.tucai.capture.RetentionHold;

/** Keeps a picture while its check is open or disputed; waits for an answer that is just being stored. */
@Singleton
class ProofreadingHold implements RetentionHold {
    private final ProofreadingRepository proofreadings;

    ProofreadingHold(ProofreadingRepository proofreadings) {
        this.proofreadings = proofreadings;
    }

    @Override
    public boolean holds(Capture capture, Instant settledAt) {
        return proofreadings.lockOf(capture.no()).stream().anyMatch(p -> switch (p.status()) {
            case OPEN, DISPUTED -> true;
            case OVERDUE, CONFIRMED, ASSUMED, RESOLVED, CANCELLED -> false;
        });
    }
}
