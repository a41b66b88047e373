package org.tucai.staff;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.security.SessionService;
import org.tucai.platform.security.SessionTokens;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Etag;

/** Reviewers and managers: made, changed, disabled by managers. What takes rights away ends the member's sessions. */
@Singleton
public class StaffService {
    private static final String KIND = "staff-member";

    private final StaffMemberRepository staff;
    private final SessionService sessions;
    private final StateHistory history;
    private final AuditTrail audit;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    StaffService(
            StaffMemberRepository staff,
            SessionService sessions,
            StateHistory history,
            AuditTrail audit,
            PublicNumbers numbers,
            InstantSource clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.history = history;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** What a manager says about a new member. */
    record NewMember(String name, String displayName, Role role) {}

    /** Makes a member with a one-time password, given as its hash. */
    @Transactional
    public String create(NewMember wanted, String passwordHash, Actor by) {
        requireFree(wanted.name());
        StaffMember member = born(new StaffMember(
                null,
                numbers.next("stf"),
                wanted.name(),
                wanted.displayName(),
                wanted.role(),
                passwordHash,
                true,
                StaffStatus.ACTIVE,
                clock.instant(),
                0));
        history.moved(KIND, member.no(), null, StaffStatus.ACTIVE, "created", by);
        audit.record(by, "staff-created", member.no(), wanted.role().name());
        return member.no();
    }

    private StaffMember born(StaffMember member) {
        try {
            return staff.save(member);
        } catch (DataAccessException e) {
            // made in this very moment by a colleague: the unique key kept it single
            requireFree(member.name());
            throw e;
        }
    }

    private void requireFree(String name) {
        if (staff.existsByName(name)) {
            throw new ProblemException(StaffProblem.NAME_TAKEN);
        }
    }

    /** Makes the first manager, if there is no staff at all. */
    @Transactional
    public boolean createFirst(String name, String passwordHash) {
        if (staff.count() > 0) {
            return false;
        }
        create(new NewMember(name, name, Role.MANAGER), passwordHash, Actor.SYSTEM);
        return true;
    }

    /** Changes what a manager may; another role ends the member's sessions. */
    @Transactional
    public void change(
            String no, @Nullable String displayName, @Nullable Role role, @Nullable String ifMatch, Actor by) {
        List<StaffMember> managers = staff.lockActiveManagers();
        StaffMember member = lock(no);
        Etag.requireMatch(ifMatch, member.version());
        Role newRole = role == null ? member.role() : role;
        boolean otherRole = newRole != member.role();
        if (otherRole) {
            requireAnother(managers, member);
        }
        staff.update(member.with(displayName == null ? member.displayName() : displayName, newRole));
        if (otherRole) {
            sessions.endAll(no, "role-changed");
        }
        audit.record(by, "staff-changed", no, newRole.name());
    }

    /** No more signing in, and every session ends now. */
    @Transactional
    public void disable(String no, Actor by) {
        List<StaffMember> managers = staff.lockActiveManagers();
        StaffMember member = lock(no);
        if (member.status() == StaffStatus.DISABLED) {
            throw new ProblemException(StaffProblem.ALREADY_DISABLED);
        }
        requireAnother(managers, member);
        move(member, StaffStatus.DISABLED, "disabled", by);
        sessions.endAll(no, "disabled");
    }

    @Transactional
    public void enable(String no, Actor by) {
        StaffMember member = lock(no);
        if (member.status() == StaffStatus.ACTIVE) {
            throw new ProblemException(StaffProblem.ALREADY_ACTIVE);
        }
        move(member, StaffStatus.ACTIVE, "enabled", by);
    }

    private void move(StaffMember member, StaffStatus next, String cause, Actor by) {
        staff.update(member.to(next));
        history.moved(KIND, member.no(), member.status(), next, cause, by);
        audit.record(by, "staff-" + cause, member.no(), "");
    }

    private static void requireAnother(List<StaffMember> managers, StaffMember member) {
        boolean isOne = managers.stream().anyMatch(m -> m.no().equals(member.no()));
        if (isOne && managers.size() == 1) {
            throw new ProblemException(StaffProblem.LAST_MANAGER);
        }
    }

    /** Sets a one-time password, given as its hash, and ends the member's sessions. */
    @Transactional
    public void resetPassword(String no, String passwordHash, Actor by) {
        staff.update(lock(no).withPassword(passwordHash, true));
        sessions.endAll(no, "password-changed");
        audit.record(by, "staff-password-reset", no, "");
    }

    /**
     * Sets the password that a member chose, given as its hash, and ends the member's sessions.
     *
     * @param checked the hash that the former password was checked against
     * @return false, and nothing is changed, when that is not good any more: it was reset since, or the member disabled
     */
    @Transactional
    public boolean changePassword(String no, String checked, String passwordHash, Actor by) {
        StaffMember member = lock(no);
        if (!isGood(member, checked)) {
            return false;
        }
        staff.update(member.withPassword(passwordHash, false));
        sessions.endAll(no, "password-changed");
        audit.record(by, "staff-password-changed", no, "");
        return true;
    }

    /**
     * Opens a session unless the member was disabled, or got another password, since the password was checked.
     *
     * @param checked the hash that it was checked against
     */
    @Transactional
    public Optional<SessionTokens> open(String no, String checked, String device) {
        return staff.lockByNo(no)
                .filter(m -> isGood(m, checked))
                .map(m -> sessions.open(new Actor(m.role(), m.no()), device));
    }

    private static boolean isGood(StaffMember member, String checked) {
        return member.status() == StaffStatus.ACTIVE && member.passwordHash().equals(checked);
    }

    private StaffMember lock(String no) {
        return staff.lockByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    boolean any() {
        return staff.count() > 0;
    }

    /** What is not in ASCII, a name in Chinese, is no member's: the database refuses even to look for it. */
    Optional<StaffMember> named(String name) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name) ? staff.findByName(name) : Optional.empty();
    }

    StaffMember require(String no) {
        return staff.findByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    List<StaffMember> before(Cursor cursor, int limit) {
        return staff.before(cursor.at(), cursor.no(), limit);
    }
}
