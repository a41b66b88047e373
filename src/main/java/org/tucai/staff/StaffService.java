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

/** Reviewers and managers, who are created, changed and disabled by managers. Whatever takes rights away ends the member's sessions. */
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

    /** A manager's details of a new member. */
    record NewMember(String name, String displayName, Role role) {}

    /** Creates a member with a one-time password, given as its hash. */
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
            // a colleague may have created it at the same moment: the unique key prevents duplicates
            requireFree(member.name());
            throw e;
        }
    }

    private void requireFree(String name) {
        if (staff.existsByName(name)) {
            throw new ProblemException(StaffProblem.NAME_TAKEN);
        }
    }

    /** Creates the first manager; returns false if there are staff already. */
    @Transactional
    public boolean createFirst(String name, String passwordHash) {
        if (staff.count() > 0) {
            return false;
        }
        create(new NewMember(name, name, Role.MANAGER), passwordHash, Actor.SYSTEM);
        return true;
    }

    /** Changes display name and role, where given; a new role ends the member's sessions. */
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
        audit.record(by, "staff-changed", no, otherRole ? member.role() + " → " + newRole : "display name");
    }

    /** Disables a member, who cannot sign in any more, and ends all the member's sessions. */
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
     * Sets the password chosen by a member, given as its hash, and ends the member's sessions.
     *
     * @param checked the hash against which the former password was checked
     * @return false, with nothing changed, if that hash is outdated because the password was changed meanwhile, or the member is disabled
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
     * Opens a session unless the member was disabled, or the password changed, since it was checked.
     *
     * @param checked the hash against which the password was checked
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

    /** The member with this name. A name not in ASCII is nobody's, and is not looked up because the database would refuse the query. */
    Optional<StaffMember> named(String name) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name) ? staff.findByName(name) : Optional.empty();
    }

    StaffMember require(String no) {
        return staff.findByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    List<StaffMember> before(
            Cursor cursor, @Nullable Role role, @Nullable Boolean active, @Nullable String search, int limit) {
        return staff.before(
                cursor.at(), cursor.no(), role == null ? null : role.name(), StaffStatus.named(active), search, limit);
    }
}
