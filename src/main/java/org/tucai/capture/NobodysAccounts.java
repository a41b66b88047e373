package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.account.UnclaimedAccountService;
import org.tucai.notification.NotificationService;

/**
 * Accounts that nobody can sign in to: of students captured on site without one, and of those who closed theirs. Such an account exists
 * only for captures that may still be taken over; after the last of them nobody would ever read its messages, or delete them.
 */
@Singleton
class NobodysAccounts implements CaptureFollower {
    private final CaptureRepository captures;
    private final UnclaimedAccountService unclaimed;
    private final NotificationService notifications;

    NobodysAccounts(CaptureRepository captures, UnclaimedAccountService unclaimed, NotificationService notifications) {
        this.captures = captures;
        this.unclaimed = unclaimed;
        this.notifications = notifications;
    }

    /** Deletes such an account with its messages if the capture was its last. */
    @Override
    public void onForgotten(Capture capture) {
        String accountNo = capture.accountNo();
        if (unclaimed.isUnclaimed(accountNo)
                && unclaimed.close(accountNo, () -> !captures.existsByAccountNoAndFactsSealedIsNotNull(accountNo))) {
            notifications.forget(accountNo);
        }
    }
}
