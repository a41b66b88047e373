package org.tucai.staff;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.LoginTryService;
import org.tucai.platform.security.SecurityProblem;
import org.tucai.platform.security.SessionTokens;

/** Checks staff passwords; outside transactions, since hashing is slow. */
@Singleton
class StaffSignIn {
    private static final int TRIES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final StaffService staff;
    private final Passwords passwords;
    private final LoginTryService tries;

    StaffSignIn(StaffService staff, Passwords passwords, LoginTryService tries) {
        this.staff = staff;
        this.passwords = passwords;
        this.tries = tries;
    }

    /** What somebody enters; prints without. */
    record Credentials(
            String name, String password, @Nullable String newPassword) {
        Credentials {
            name = name.strip().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    SessionTokens signIn(Credentials entered, String device) {
        StaffMember member = check(entered);
        String newPassword = entered.newPassword();
        if (newPassword != null) {
            setPassword(member, entered.password(), newPassword);
        } else if (member.mustChange()) {
            throw new ProblemException(StaffProblem.PASSWORD_CHANGE_REQUIRED);
        }
        return open(member, device);
    }

    /** Sets another password; all sessions end and a new one begins. */
    SessionTokens changePassword(String no, String password, String newPassword, String device) {
        StaffMember member = check(new Credentials(staff.require(no).name(), password, newPassword));
        setPassword(member, password, newPassword);
        return open(member, device);
    }

    /** Another one-time password, which is the answer; the old password and all sessions are over. */
    String resetPassword(String no, Actor by) {
        StaffMember member = staff.require(no);
        String oneTime = passwords.oneTime();
        staff.setPassword(no, passwords.hash(oneTime), true, by);
        tries.succeeded(key(member.name()));
        return oneTime;
    }

    private StaffMember check(Credentials entered) {
        String key = key(entered.name());
        Duration locked = tries.take(key, TRIES, LOCKED);
        if (locked.isPositive()) {
            throw new ProblemException(SecurityProblem.LOGIN_LOCKED, List.of(), locked);
        }
        StaffMember member = staff.named(entered.name()).orElse(null);
        boolean right =
                passwords.matches(entered.password(), member == null ? passwords.nobodys() : member.passwordHash());
        if (member == null || !right || member.status() != StaffStatus.ACTIVE) {
            throw new ProblemException(StaffProblem.WRONG_CREDENTIALS);
        }
        tries.succeeded(key);
        return member;
    }

    private void setPassword(StaffMember member, String old, String wanted) {
        Passwords.requireGood(wanted, member.name());
        if (wanted.equals(old)) {
            throw new ProblemException(StaffProblem.SAME_PASSWORD);
        }
        staff.setPassword(member.no(), passwords.hash(wanted), false, new Actor(member.role(), member.no()));
    }

    private SessionTokens open(StaffMember member, String device) {
        return staff.open(member.no(), device).orElseThrow(() -> new ProblemException(StaffProblem.WRONG_CREDENTIALS));
    }

    private static String key(String name) {
        return "staff:" + name;
    }
}
