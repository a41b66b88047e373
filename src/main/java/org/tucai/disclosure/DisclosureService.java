package org.tucai.disclosure;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.tucai.audit.AuditTrail;
import org.tucai.notification.MessageTemplate;
import org.tucai.notification.NotificationService;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.LoginTryService;

/** Lets a student take a copy, records it, and tells the student: it may have been somebody else in a session of theirs. */
@Singleton
public class DisclosureService {
    private static final int COPIES = 5;
    private static final Duration WINDOW = Duration.ofDays(1);

    private final LoginTryService tries;
    private final AuditTrail audit;
    private final NotificationService notifications;

    DisclosureService(LoginTryService tries, AuditTrail audit, NotificationService notifications) {
        this.tries = tries;
        this.audit = audit;
        this.notifications = notifications;
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
        notifications.send(student.no(), MessageTemplate.DATA_COPIED, Map.of(), student.no());
    }
}
