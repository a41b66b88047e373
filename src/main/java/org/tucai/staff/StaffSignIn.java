package org.tucai.staff;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.KnownAddresses;
import org.tucai.platform.security.LoginTryService;
import org.tucai.platform.security.SecurityProblem;
import org.tucai.platform.security.SessionTokens;
import org.tucai.platform.web.TypedCharacters;

/**
 * Checks staff passwords; outside transactions, because hashing is slow. Guesses are counted per current password and network address;
 * those from addresses from which the member has not signed in before are also counted per password alone. So whoever knows a name gets
 * no more guesses from many addresses than from a few, and cannot lock the member out at the usual addresses.
 */
@Singleton
class StaffSignIn {
    private static final FieldError SAME =
            new FieldError("须与旧密码不同", "must differ from the old password", "/newPassword");

    private static final int TRIES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    /** From all addresses together that are not known as the member's: at most 480 guesses a day. */
    private static final int TRIES_OF_STRANGERS = 20;

    private static final Duration STRANGERS_LOCKED = Duration.ofHours(1);

    private final StaffService staff;
    private final Passwords passwords;
    private final LoginTryService tries;
    private final KnownAddresses addresses;

    StaffSignIn(StaffService staff, Passwords passwords, LoginTryService tries, KnownAddresses addresses) {
        this.staff = staff;
        this.passwords = passwords;
        this.tries = tries;
        this.addresses = addresses;
    }

    /** A sign-in attempt; {@code toString} shows none of it. */
    record Credentials(
            String name, String password, @Nullable String newPassword) {
        Credentials {
            name = TypedCharacters.plain(name).toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /**
     * Where somebody signs in.
     *
     * @param address as determined by {@link org.tucai.platform.security.LoginGuard#address}
     * @param device the client's own name for itself
     */
    record Client(String address, String device) {}

    SessionTokens signIn(Credentials entered, Client client) {
        StaffMember member = check(entered, client, StaffProblem.WRONG_CREDENTIALS);
        String newPassword = entered.newPassword();
        if (newPassword != null) {
            return open(member, changed(member, entered.password(), newPassword), client);
        } else if (member.mustChange()) {
            throw new ProblemException(StaffProblem.PASSWORD_CHANGE_REQUIRED);
        }
        return open(member, member.passwordHash(), client);
    }

    /** Changes the password; all sessions end and a new one begins. */
    SessionTokens changePassword(String no, String password, String newPassword, Client client) {
        Credentials entered = new Credentials(staff.require(no).name(), password, newPassword);
        StaffMember member = check(entered, client, StaffProblem.WRONG_PASSWORD);
        return open(member, changed(member, password, newPassword), client);
    }

    /** Sets and returns a new one-time password; the old password, its locks and all sessions end. */
    String resetPassword(String no, Actor by) {
        String oneTime = passwords.oneTime();
        staff.resetPassword(no, passwords.hash(oneTime), by);
        return oneTime;
    }

    private StaffMember check(Credentials entered, Client client, StaffProblem whenWrong) {
        StaffMember member = staff.named(entered.name()).orElse(null);
        String password = "staff:" + (member == null ? entered.name() : member.passwordHash());
        String here = password + "|" + client.address();
        take(here, TRIES, LOCKED);
        if (!addresses.knows(member == null ? "" : member.no(), client.address())) {
            take(password, TRIES_OF_STRANGERS, STRANGERS_LOCKED);
        }
        boolean right =
                passwords.matches(entered.password(), member == null ? passwords.nobodys() : member.passwordHash());
        if (member == null || !right || member.status() != StaffStatus.ACTIVE) {
            throw new ProblemException(whenWrong);
        }
        tries.succeeded(
                here); // what strangers tried stays counted, or each sign-in of the member would give them new tries
        return member;
    }

    private void take(String what, int limit, Duration window) {
        Duration locked = tries.take(what, limit, window);
        if (locked.isPositive()) {
            throw ProblemException.retryAfter(SecurityProblem.LOGIN_LOCKED, locked);
        }
    }

    /** Sets the new password and returns its hash. */
    private String changed(StaffMember member, String old, String wanted) {
        Passwords.requireGood(wanted, member.name());
        if (wanted.equals(old)) {
            throw ProblemException.atFields(StaffProblem.SAME_PASSWORD, List.of(SAME));
        }
        String hash = passwords.hash(wanted);
        if (!staff.changePassword(member.no(), member.passwordHash(), hash, new Actor(member.role(), member.no()))) {
            throw new ProblemException(StaffProblem.WRONG_CREDENTIALS);
        }
        return hash;
    }

    /** Opens a session, unless a manager has reset the password while it was being hashed. */
    private SessionTokens open(StaffMember member, String checked, Client client) {
        SessionTokens tokens = staff.open(member.no(), checked, client.device())
                .orElseThrow(() -> new ProblemException(StaffProblem.WRONG_CREDENTIALS));
        addresses.remember(member.no(), client.address());
        return tokens;
    }
}
