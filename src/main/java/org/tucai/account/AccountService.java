package org.tucai.account;

import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.audit.AuditTrail;
import org.tucai.notification.MessageTemplate;
import org.tucai.notification.NotificationService;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.privacy.SealBrokenException;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.security.SessionService;
import org.tucai.platform.web.Language;

/** Students' accounts: found or created at sign-in, joined when a phone number and a WeChat id prove to be one person's. */
@Singleton
public class AccountService {
    static final String PREFIX = "acc";
    private static final Logger LOG = LoggerFactory.getLogger(AccountService.class);

    /** As long as a delivery is retried. */
    private static final Duration WORTH_TELLING_FOR = Duration.ofDays(2);

    private final AccountRepository accounts;
    private final Identifiers identifiers;
    private final BeanProvider<AccountFollower> followers;
    private final NotificationService notifications;
    private final SessionService sessions;
    private final AuditTrail audit;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    AccountService(
            AccountRepository accounts,
            Identifiers identifiers,
            BeanProvider<AccountFollower> followers,
            NotificationService notifications,
            SessionService sessions,
            AuditTrail audit,
            PublicNumbers numbers,
            InstantSource clock) {
        this.accounts = accounts;
        this.identifiers = identifiers;
        this.followers = followers;
        this.notifications = notifications;
        this.sessions = sessions;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Number of the account with that phone number. */
    public Optional<String> find(PhoneNumber phone) {
        return accounts.findByPhoneIndex(identifiers.phoneIndex(phone)).map(Account::no);
    }

    /** Whether the account's phone number is verified, without which no capture is begun. */
    public boolean isVerified(String accountNo) {
        return accounts.findByNo(accountNo).filter(Account::verified).isPresent();
    }

    /** Refuses with {@code phone-not-verified} unless the account's phone number is verified. */
    public void requireVerified(String accountNo) {
        if (!require(accountNo).verified()) {
            throw new ProblemException(AccountProblem.PHONE_NOT_VERIFIED);
        }
    }

    /**
     * Keeps an account from being closed until the caller's transaction ends. Call this before storing data that closing would have
     * to give up: then either the closing sees the data or the caller sees the closing.
     *
     * @throws ProblemException not-found if it is closed, or has no verified number
     */
    @Transactional
    public void hold(String accountNo) {
        if (accounts.lockByNo(accountNo).filter(Account::verified).isEmpty()) {
            throw PlatformProblem.notFound();
        }
    }

    Account require(String accountNo) {
        return accounts.findByNo(accountNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The account of a phone number that was just verified; created if there is none. */
    @Transactional
    public String withPhone(PhoneNumber phone, Language language) {
        Identifiers.Sealed sealed = identifiers.phone(phone);
        accounts.beginWithPhone(numbers.next(PREFIX), sealed.sealed(), sealed.index(), language, clock.instant());
        return accounts.lockByPhone(sealed.index()).orElseThrow().no();
    }

    /** The account of a WeChat id; created if there is none. */
    @Transactional
    public String withOpenid(String openid, Language language) {
        Identifiers.Sealed sealed = identifiers.openid(openid);
        accounts.beginWithOpenid(numbers.next(PREFIX), sealed.sealed(), sealed.index(), language, clock.instant());
        return accounts.lockByOpenid(sealed.index()).orElseThrow().no();
    }

    /**
     * Sets the account's phone number, which was just verified. If the number already has an account without WeChat id, and this account
     * has no number yet, this account is merged into the number's.
     *
     * @return public number of the account; after a merge not {@code accountNo} but the other account's
     */
    @Transactional
    public String linkPhone(String accountNo, PhoneNumber phone) {
        Identifiers.Sealed sealed = identifiers.phone(phone);
        Account other = accounts.lockByPhone(sealed.index()).orElse(null);
        Account own = accounts.lockByNo(accountNo).orElseThrow(PlatformProblem::notFound);
        if (other == null || other.no().equals(accountNo)) {
            accounts.update(own.withPhone(sealed, clock.instant()));
            record("account-phone-linked", own.no(), "");
            tellFormerNumber(own, phone);
            return own.no();
        }
        if (own.phone() != null || other.openid() != null) {
            throw new ProblemException(AccountProblem.PHONE_TAKEN);
        }
        return join(own, other);
    }

    /** If somebody hijacked the account, such as by a session left open, its owner still reads the former number. */
    private void tellFormerNumber(Account before, PhoneNumber now) {
        if (before.phone() == null || !notifications.hasSms()) {
            return;
        }
        PhoneNumber former;
        try {
            former = identifiers.openPhone(before.phone());
        } catch (SealBrokenException e) { // the new number is what mends the account
            LOG.error("The former phone number of account {} cannot be told of its replacement", before.no(), e);
            return;
        }
        if (!former.equals(now)) {
            notifications.sendSms(
                    former,
                    MessageTemplate.PHONE_REPLACED,
                    Map.of("phone", now.toString()),
                    before.language(),
                    WORTH_TELLING_FOR);
        }
    }

    /** Sets the account's WeChat id; the counterpart of {@link #linkPhone}. */
    @Transactional
    public void linkOpenid(String accountNo, String openid) {
        Identifiers.Sealed sealed = identifiers.openid(openid);
        Account other = accounts.lockByOpenid(sealed.index()).orElse(null);
        Account own = accounts.lockByNo(accountNo).orElseThrow(PlatformProblem::notFound);
        if (other == null) {
            accounts.update(own.withOpenid(sealed.sealed(), sealed.index()));
            record("account-wechat-linked", accountNo, "");
        } else if (!other.no().equals(accountNo)) {
            if (other.phone() != null || own.phone() == null) {
                throw new ProblemException(AccountProblem.WECHAT_TAKEN);
            }
            join(other, own);
        }
    }

    /**
     * Merges an account without a phone number into one with it: moves its WeChat id, codes already opened, and messages with their ticks,
     * which belong to that WeChat user. The former account and its sessions end.
     */
    private String join(Account withoutPhone, Account withPhone) {
        followers.forEach(f -> f.onJoining(withoutPhone.no(), withPhone.no()));
        notifications.handOver(withoutPhone.no(), withPhone.no());
        accounts.delete(withoutPhone);
        accounts.update(withPhone.withOpenid(withoutPhone.openid(), withoutPhone.openidIndex()));
        sessions.endAll(withoutPhone.no(), "account-joined");
        record("account-joined", withPhone.no(), "from " + withoutPhone.no());
        return withPhone.no();
    }

    @Transactional
    public void speak(String accountNo, Language language) {
        Account account = accounts.lockByNo(accountNo).orElseThrow(PlatformProblem::notFound);
        accounts.update(account.with(language));
    }

    @Nullable
    PhoneNumber phone(Account account) {
        String sealed = account.phone();
        return sealed == null ? null : identifiers.openPhone(sealed);
    }

    private void record(String action, String accountNo, String detail) {
        audit.record(new Actor(Role.STUDENT, accountNo), action, accountNo, detail);
    }
}
