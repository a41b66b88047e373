package org.tucai.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.security.SessionService;
import org.tucai.platform.security.SessionTokens;
import org.tucai.platform.web.Language;

/**
 * Opens students' sessions, each in the transaction that locks its account: whoever closes the account or merges it into another at that
 * moment waits, and ends this session too.
 */
@Singleton
public class SignInService {
    private final AccountService accounts;
    private final SessionService sessions;

    SignInService(AccountService accounts, SessionService sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** The account into which two were merged, and its new tokens. */
    record Joined(String accountNo, SessionTokens tokens) {}

    /** Signs in to the account of a WeChat id; created if there is none. */
    @Transactional
    public SessionTokens byWeChat(String openid, Language language, String device) {
        return open(accounts.withOpenid(openid, language), device);
    }

    /** Signs in to the account of a phone number that was just verified; created if there is none. */
    @Transactional
    public SessionTokens byPhone(PhoneNumber phone, Language language, String device) {
        return open(accounts.withPhone(phone, language), device);
    }

    /** {@link AccountService#linkPhone}; returns new tokens if the account was merged into another, otherwise the caller's session goes on. */
    @Transactional
    Optional<Joined> linkPhone(String accountNo, PhoneNumber phone, String device) {
        String now = accounts.linkPhone(accountNo, phone);
        return now.equals(accountNo) ? Optional.empty() : Optional.of(new Joined(now, open(now, device)));
    }

    private SessionTokens open(String accountNo, String device) {
        return sessions.open(new Actor(Role.STUDENT, accountNo), device);
    }
}
