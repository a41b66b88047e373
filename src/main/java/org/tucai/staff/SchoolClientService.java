package org.tucai.staff;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.campaign.School;
import org.tucai.campaign.SchoolService;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.security.SessionService;
import org.tucai.platform.security.SessionTokens;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.web.Cursor;

/** Schools' client programs: created by managers, signed in by number and secret. */
@Singleton
public class SchoolClientService {
    private static final String KIND = "school-client";

    private final SchoolClientRepository clients;
    private final SchoolService schools;
    private final SessionService sessions;
    private final StateHistory history;
    private final AuditTrail audit;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    SchoolClientService(
            SchoolClientRepository clients,
            SchoolService schools,
            SessionService sessions,
            StateHistory history,
            AuditTrail audit,
            PublicNumbers numbers,
            InstantSource clock) {
        this.clients = clients;
        this.schools = schools;
        this.sessions = sessions;
        this.history = history;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Creates a client of a school and returns its number; refuses with {@code not-found} if there is no such school. */
    @Transactional
    public String create(String schoolNo, String name, ClientSecret secret, Actor by) {
        schools.require(schoolNo);
        SchoolClient client = clients.save(new SchoolClient(
                null,
                numbers.next("scl"),
                schoolNo,
                name,
                secret.hash(),
                null,
                null,
                StaffStatus.ACTIVE,
                clock.instant(),
                0));
        history.moved(KIND, client.no(), null, StaffStatus.ACTIVE, "created", by);
        audit.record(by, "school-client-created", client.no(), schoolNo);
        return client.no();
    }

    /**
     * Gives the client a new secret.
     *
     * @param overlap how long the former secret stays valid; zero, for one that has leaked, also ends the client's sessions
     */
    @Transactional
    public void rotate(String no, ClientSecret secret, Duration overlap, Actor by) {
        clients.update(lock(no).rotated(secret.hash(), overlap, clock.instant()));
        if (overlap.isZero()) {
            sessions.endAll(no, "secret-rotated");
        }
        audit.record(by, "school-client-secret-rotated", no, "overlap " + overlap);
    }

    @Transactional
    public void disable(String no, Actor by) {
        SchoolClient client = lock(no);
        if (client.status() == StaffStatus.DISABLED) {
            throw new ProblemException(StaffProblem.ALREADY_DISABLED);
        }
        move(client, StaffStatus.DISABLED, "disabled", by);
        sessions.endAll(no, "disabled");
    }

    @Transactional
    public void enable(String no, Actor by) {
        SchoolClient client = lock(no);
        if (client.status() == StaffStatus.ACTIVE) {
            throw new ProblemException(StaffProblem.ALREADY_ACTIVE);
        }
        move(client, StaffStatus.ACTIVE, "enabled", by);
    }

    private void move(SchoolClient client, StaffStatus next, String cause, Actor by) {
        clients.update(client.to(next));
        history.moved(KIND, client.no(), client.status(), next, cause, by);
        audit.record(by, "school-client-" + cause, client.no(), client.schoolNo());
    }

    /** An access token without a refresh token, as programs sign in again instead; empty if the secret is wrong or the client disabled. */
    @Transactional
    public Optional<SessionTokens> signIn(String no, ClientSecret secret, String device) {
        return clients.lockByNo(no)
                .filter(c -> c.accepts(secret.hash(), clock.instant()))
                .filter(c -> c.status() == StaffStatus.ACTIVE)
                .map(c -> sessions.open(new Actor(Role.SCHOOL, c.no()), device));
    }

    private SchoolClient lock(String no) {
        return clients.lockByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    SchoolClient require(String no) {
        return clients.findByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    List<SchoolClient> before(
            Cursor cursor, @Nullable String schoolNo, @Nullable Boolean active, @Nullable String search, int limit) {
        return clients.before(cursor.at(), cursor.no(), schoolNo, StaffStatus.named(active), search, limit);
    }

    /** The names of their schools, by number. */
    Map<String, String> schoolNames(List<SchoolClient> some) {
        return schools.all(some.stream().map(SchoolClient::schoolNo).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(School::no, School::name));
    }
}
