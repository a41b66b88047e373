package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.account.UnclaimedAccountService;
import org.tucai.notification.NotificationService;

/**
 * The accounts that nobody can sign in to: of students who were captured on site without one, and of those who closed theirs. One is
 * there for captures that may be taken over; without them nobody will ever read what it was told, or delete it.
 */
@Singleton
class NobodysAccounts {
    private final CaptureRepository captures;
    private final UnclaimedAccountService unclaimed;
    private final NotificationService notifications;

    NobodysAccounts(CaptureRepository captures, UnclaimedAccountService unclaimed, NotificationService notifications) {
        this.captures = captures;
        this.unclaimed = unclaimed;
        this.notifications = notifications;
    }

    /** In the caller's transaction, a capture of it just forgotten: deletes such an account with its messages if it was the last. */
    void closeAfterTheLast(String accountNo) {
        if (unclaimed.isUnclaimed(accountNo)
                && unclaimed.close(accountNo, () -> !captures.existsByAccountNoAndFactsSealedIsNotNull(accountNo))) {
            notifications.forget(accountNo);
        }
    }
}
