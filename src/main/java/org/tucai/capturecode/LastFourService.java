package org.tucai.capturecode;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;

/** Counts entries of the last four characters and locks after too many wrong ones. */
@Singleton
public class LastFourService {
    private final LastFourTriesRepository tries;
    private final OpenedCodeRepository opened;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Duration lock;

    LastFourService(
            LastFourTriesRepository tries,
            OpenedCodeRepository opened,
            AuditTrail audit,
            InstantSource clock,
            @Value("${tucai.capture-code.lock}") Duration lock) {
        this.tries = tries;
        this.opened = opened;
        this.audit = audit;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * What came of an entry.
     *
     * @param right whether the code is confirmed now
     * @param left tries left after a wrong entry
     * @param lockedUntil when locked, until when; the later end of two locks
     */
    record Outcome(boolean right, int left, @Nullable Instant lockedUntil) {}

    /**
     * Counts an entry that did or did not match. A transaction of its own: the count must stay when the caller's request
     * fails, as it does after a wrong entry. While locked, right entries count for nothing, so a lock tells no one anything.
     * An operator serves many students: theirs are counted by enrolment only. A right entry forgives an account what was entered
     * for that enrolment: a code of one's own in between gives no new tries at those of others.
     */
    @Transactional(propagation = TransactionDefinition.Propagation.REQUIRES_NEW)
    public Outcome enter(String codeNo, Actor who, String enrolmentIndex, boolean matches) {
        List<LastFourTries> counts = new ArrayList<>();
        Instant now = clock.instant();
        if (who.role() == Role.STUDENT) {
            counts.add(locked(LastFourScope.ACCOUNT, who.no(), now));
        }
        counts.add(locked(LastFourScope.ENROLMENT, enrolmentIndex, now));
        List<LastFourTries> locked =
                counts.stream().filter(t -> t.isLockedAt(now)).toList();
        if (!locked.isEmpty()) {
            locked.forEach(t -> tries.update(t.metBy(codeNo)));
            return new Outcome(false, 0, latestEnd(locked));
        }
        if (matches) {
            int forThisEnrolment = counts.getLast().counted();
            counts.forEach(t -> tries.update(
                    t.scope() == LastFourScope.ACCOUNT ? t.forgiven(forThisEnrolment, now) : t.clearedAt(now)));
            opened.confirm(codeNo, now);
            return new Outcome(true, LastFourTries.MOST, null);
        }
        List<LastFourTries> after = counts.stream()
                .map(t -> tries.update(t.wrongAt(now, lock, codeNo)))
                .toList();
        Instant until = latestEnd(after);
        if (until != null) {
            audit.record(who, "last-four-locked", codeNo, "until " + until);
        }
        return new Outcome(
                false, after.stream().mapToInt(LastFourTries::left).min().orElseThrow(), until);
    }

    /** Until when all of their locks last; null when none is locked. */
    private static @Nullable Instant latestEnd(List<LastFourTries> counts) {
        return counts.stream()
                .map(LastFourTries::lockedUntil)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Lifts the locks that this opened code met last, and its enrolment's, which a stranger may have met since; its student may try five
     * times again.
     *
     * @param reason why the manager believes that it is the student, up to 200 characters
     * @throws org.tucai.platform.problem.ProblemException not-found when there is none that still lasts
     */
    @Transactional
    public void release(String codeNo, String reason, Actor by) {
        Instant now = clock.instant();
        List<LastFourTries> locks = Stream.concat(
                        tries.lockedBy(codeNo, now).stream(),
                        opened
                                .findByNo(codeNo)
                                .flatMap(c -> tries.lock(LastFourScope.ENROLMENT.name(), c.enrolmentIndex()))
                                .filter(t -> t.isLockedAt(now))
                                .stream())
                .toList();
        if (locks.isEmpty()) {
            throw PlatformProblem.notFound();
        }
        locks.forEach(t -> tries.update(t.clearedAt(now)));
        audit.record(by, "last-four-released", codeNo, reason);
    }

    /**
     * Deletes a count unless something was entered since. The row is locked by its subject, as {@link #enter} does: a deletion by time
     * would lock in another order and could deadlock with it.
     */
    @Transactional
    public void deleteSpent(LastFourTries seen, Instant before) {
        tries.lock(seen.scope().name(), seen.subject())
                .filter(t -> t.enteredAt().isBefore(before))
                .ifPresent(tries::delete);
    }

    /** Present locks, the longest first. */
    @Transactional
    public List<LastFourTriesRepository.Lock> locks(Cursor after, int limit) {
        return tries.locks(clock.instant(), after.at(), after.no(), limit);
    }

    private LastFourTries locked(LastFourScope scope, String subject, Instant now) {
        tries.ensure(scope.name(), subject, now);
        return tries.lock(scope.name(), subject).orElseThrow();
    }
}
