package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tucai.account.UnclaimedAccountService;
import org.tucai.audit.AuditTrail;
import org.tucai.notification.NotificationService;
import org.tucai.order.OrderService;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** Hands a capture begun on site over to the account of its student, who has confirmed the code with the end of the ID number. */
@Singleton
class HandingOver {
    private final CaptureRepository captures;
    private final UnclaimedAccountService unclaimed;
    private final OrderService orders;
    private final NotificationService notifications;
    private final Followers followers;
    private final AuditTrail audit;

    HandingOver(
            CaptureRepository captures,
            UnclaimedAccountService unclaimed,
            OrderService orders,
            NotificationService notifications,
            Followers followers,
            AuditTrail audit) {
        this.captures = captures;
        this.unclaimed = unclaimed;
        this.orders = orders;
        this.notifications = notifications;
        this.followers = followers;
        this.audit = audit;
    }

    /**
     * In the caller's transaction; of two concurrent requests, one succeeds.
     *
     * @return empty if the capture has ended meanwhile: the account then has nothing to take over
     */
    Optional<Capture> handOver(String captureNo, String accountNo) {
        return captures.lock(captureNo)
                .filter(capture -> capture.liveKey() != null)
                .map(live -> handOver(live, accountNo));
    }

    private Capture handOver(Capture capture, String accountNo) {
        String former = capture.accountNo();
        if (!unclaimed.isUnclaimed(former)) {
            throw new ProblemException(
                    former.equals(accountNo) ? CaptureProblem.CAPTURE_EXISTS : CaptureProblem.CODE_BOUND_ELSEWHERE);
        }
        Capture after = captures.update(capture.ownedBy(accountNo));
        orders.handOver(capture.no(), accountNo);
        notifications.handOver(former, accountNo);
        followers.handedOver(after);
        // it may hold another enrolment of the student; what was given up with it is nobody's to take over
        unclaimed.close(former, () -> !captures.existsByAccountNoAndFactsSealedIsNotNull(former));
        audit.record(new Actor(Role.STUDENT, accountNo), "capture-handed-over", capture.no(), "from " + former);
        return after;
    }
}
