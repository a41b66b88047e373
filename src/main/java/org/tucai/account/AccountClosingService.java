package org.tucai.account;

import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.tucai.audit.AuditTrail;
import org.tucai.notification.NotificationService;
import org.tucai.platform.idempotency.KeptAnswers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.security.SessionService;

/** 注销账号 (PIPL 47): deletes phone number, WeChat id, messages, kept answers and unfinished captures at once. */
@Singleton
public class AccountClosingService {
    private final AccountRepository accounts;
    private final BeanProvider<AccountFollower> followers;
    private final NotificationService notifications;
    private final KeptAnswers answers;
    private final SessionService sessions;
    private final AuditTrail audit;

    AccountClosingService(
            AccountRepository accounts,
            BeanProvider<AccountFollower> followers,
            NotificationService notifications,
            KeptAnswers answers,
            SessionService sessions,
            AuditTrail audit) {
        this.accounts = accounts;
        this.followers = followers;
        this.notifications = notifications;
        this.answers = answers;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Closes an account. If an accepted picture must still reach the authority and the school, an empty account remains to which
     * nobody can sign in; the picture is deleted when its own retention ends.
     */
    @Transactional
    public void close(String accountNo) {
        // locked first: whatever is bound to it concurrently is either seen below or finds it closed
        Account account = accounts.lockByNo(accountNo).orElseThrow(PlatformProblem::notFound);
        boolean goesOn = false;
        for (AccountFollower follower : followers) {
            goesOn |= follower.onClosing(accountNo);
        }
        notifications.forget(accountNo); // while the phone number is still known
        if (goesOn) {
            accounts.update(account.emptied());
        } else {
            accounts.delete(account);
        }
        sessions.endAll(accountNo, "account-closed");
        Actor student = new Actor(Role.STUDENT, accountNo);
        answers.forget(student); // they contain facts of codes and captures
        audit.record(student, "account-closed", accountNo, goesOn ? "pictures go on" : "");
    }
}
