package org.tucai.disclosure;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.LoginTryService;

/** Lets a student take a copy, and records it. */
@Singleton
public class DisclosureService {
    private static final int COPIES = 5;
    private static final Duration WINDOW = Duration.ofDays(1);

    private final LoginTryService tries;
    private final AuditTrail audit;

    DisclosureService(LoginTryService tries, AuditTrail audit) {
        this.tries = tries;
        this.audit = audit;
    }

    /**
     * Counts a copy that begins; one broken off counts, too.
     *
     * @throws ProblemException {@link DisclosureProblem#COPY_LIMIT_REACHED}
     */
    @Transactional
    public void begin(Actor student) {
        Duration locked = tries.take("copy:" + student.no(), COPIES, WINDOW);
        if (locked.isPositive()) {
            throw ProblemException.retryAfter(DisclosureProblem.COPY_LIMIT_REACHED, locked, COPIES);
        }
        audit.record(student, "personal-data-copied", student.no(), "");
    }
}
