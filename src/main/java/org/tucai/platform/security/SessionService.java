package org.tucai.platform.security;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tucai.platform.db.ColumnText;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.time.ChinaTime;

/** Opens, refreshes and ends sessions. Ending takes effect at once on this server and within seconds on others. */
@Singleton
public class SessionService {
    private static final int DEVICE_LENGTH = 80;

    private final LoginSessionRepository sessions;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final EndedSessions ended;
    private final SecuritySettings settings;
    private final TransactionOperations<Connection> transactions;
    private final Births births;

    /** What every new row needs. */
    @Singleton
    record Births(PublicNumbers numbers, InstantSource clock) {}

    SessionService(
            LoginSessionRepository sessions,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            EndedSessions ended,
            SecuritySettings settings,
            TransactionOperations<Connection> transactions,
            Births births) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.ended = ended;
        this.settings = settings;
        this.transactions = transactions;
        this.births = births;
    }

    /**
     * Signs somebody in whose proof has been checked.
     *
     * @param device what the client calls itself, for the list of sessions; cut to 80 characters
     */
    @Transactional
    public SessionTokens open(Actor who, String device) {
        Instant now = births.clock().instant();
        Duration longest = switch (who.role()) {
            case STUDENT -> settings.getStudentLongest();
            case REVIEWER, MANAGER -> settings.getStaffLongest();
            case SCHOOL -> settings.getAccessToken();
            case SYSTEM -> throw new IllegalArgumentException("the program does not sign in");
        };
        LoginSession session = sessions.save(new LoginSession(
                null,
                births.numbers().next("ses"),
                who.no(),
                who.role(),
                ColumnText.cut(device, DEVICE_LENGTH),
                1,
                now,
                now,
                earlier(now.plus(idle(who.role())), now.plus(longest)),
                now.plus(longest),
                null,
                null,
                0));
        return tokens(session, now);
    }

    /** What came of a refresh; the end of a session must commit, so it is an answer and no exception. */
    sealed interface Refresh {
        /** The session goes on with these. */
        record Renewed(SessionTokens tokens) implements Refresh {}

        /** The token was used before; the session is ended now. */
        record Reused() implements Refresh {}

        /** Not ours, or over. */
        record Over() implements Refresh {}
    }

    /**
     * Exchanges a refresh token for new tokens. Used again within {@link LoginSession#LOST_ANSWER} it is answered with the same refresh
     * token; used later, or after its successor was, it ends the session: one of the two users is not the one it was issued to (RFC 9700,
     * 4.14.2). A thief who is quick enough to get the successor as well is noticed as soon as both have used it.
     */
    @Transactional
    public Refresh refresh(String refreshToken) {
        Instant now = births.clock().instant();
        Optional<RefreshTokens.Claim> claim = refreshTokens.read(refreshToken);
        LoginSession session =
                claim.flatMap(c -> sessions.lockByNo(c.sessionNo())).orElse(null);
        if (session == null || !session.live(now)) {
            return new Refresh.Over();
        }
        if (session.mayHaveLostTheAnswer(claim.get().generation(), now)) {
            return new Refresh.Renewed(tokens(session, now));
        }
        if (claim.get().generation() != session.generation()) {
            end(List.of(session.no()), "refresh-token-reused", now);
            return new Refresh.Reused();
        }
        LoginSession refreshed = sessions.update(session.refreshed(now, idle(session.role())));
        return new Refresh.Renewed(tokens(refreshed, now));
    }

    /** Ends one of the subject's own sessions; ending it again changes nothing. */
    @Transactional
    public void end(String subject, String sessionNo, String cause) {
        LoginSession session = sessions.lockByNo(sessionNo)
                .filter(s -> s.subject().equals(subject))
                .orElseThrow(PlatformProblem::notFound);
        if (session.endedAt() == null) {
            end(List.of(sessionNo), cause, births.clock().instant());
        }
    }

    /**
     * Ends all sessions of a subject that was disabled or merged, or whose password was changed. Sessions whose last token has expired are
     * left out: a school's program may open one for each request, which makes many thousands in a week.
     */
    @Transactional
    public void endAll(String subject, String cause) {
        Instant now = births.clock().instant();
        end(sessions.lockOpenOf(subject, now.minus(settings.getAccessToken())), cause, now);
    }

    List<LoginSession> live(String subject) {
        return sessions.liveOf(subject, births.clock().instant());
    }

    private void end(List<String> nos, String cause, Instant now) {
        if (nos.isEmpty()) {
            return;
        }
        sessions.end(nos, cause, now);
        transactions.findTransactionStatus().orElseThrow().registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ended.add(nos);
            }
        });
    }

    private SessionTokens tokens(LoginSession session, Instant now) {
        Instant expiry = earlier(now.plus(settings.getAccessToken()), session.endsAt());
        boolean refreshable = session.role() != Role.SCHOOL;
        return new SessionTokens(
                accessTokens.issue(session, now, expiry),
                "Bearer",
                Duration.between(now, expiry).toSeconds(),
                refreshable ? refreshTokens.issue(session.no(), session.generation()) : null,
                refreshable ? ChinaTime.offset(session.idleUntil()) : null,
                session.no());
    }

    private Duration idle(Role role) {
        return switch (role) {
            case STUDENT -> settings.getStudentIdle();
            case REVIEWER, MANAGER -> settings.getStaffIdle();
            case SCHOOL, SYSTEM -> settings.getAccessToken();
        };
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
