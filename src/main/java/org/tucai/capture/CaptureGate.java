package org.tucai.capture;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;

/** The only place that stores a capture's status, together with its history row and its audit row. */
@Singleton
class CaptureGate {
    private static final String KIND = "capture";

    /** The campaign is read in a subquery, so its row is not locked. */
    private static final String LOCK_WITH_CAMPAIGN = """
            SELECT c.*, (SELECT k.version FROM campaign k WHERE k.no = c.campaign_no) AS campaign_version
            FROM capture c WHERE c.no = ? FOR UPDATE""";

    private final CaptureRepository captures;
    private final StateHistory history;
    private final AuditTrail audit;
    private final JdbcOperations jdbc;
    private final ChangeClock changes;

    CaptureGate(
            CaptureRepository captures,
            StateHistory history,
            AuditTrail audit,
            JdbcOperations jdbc,
            ChangeClock changes) {
        this.captures = captures;
        this.history = history;
        this.audit = audit;
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** The capture, locked until the transaction ends. */
    Capture lock(String no) {
        return captures.lock(no).orElseThrow(PlatformProblem::notFound);
    }

    /** The capture, locked until the transaction ends, with the current version of its campaign. */
    Held lockWithCampaign(String no) {
        return jdbc.prepareStatement(LOCK_WITH_CAMPAIGN, statement -> {
            statement.setString(1, no);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw PlatformProblem.notFound();
                }
                return new Held(jdbc.readEntity(row, Capture.class), row.getInt("campaign_version"));
            }
        });
    }

    /** A locked capture and the version of its campaign. */
    record Held(Capture capture, int campaignVersion) {}

    /** The caller's own capture, not locked; 404 for somebody else's. */
    Capture own(String no, String accountNo) {
        return captures.findByNo(no)
                .filter(c -> c.accountNo().equals(accountNo))
                .orElseThrow(PlatformProblem::notFound);
    }

    /** The caller's own capture, locked; 404 for somebody else's. */
    Capture lockOwn(String no, String accountNo) {
        return captures.lock(no).filter(c -> c.accountNo().equals(accountNo)).orElseThrow(PlatformProblem::notFound);
    }

    /** The present by the clock that dates changes. */
    Instant changeTime() {
        return changes.now();
    }

    Capture born(Capture capture, Actor actor) {
        Capture saved = captures.save(changes.stamped(capture));
        history.moved(KIND, capture.no(), null, capture.status(), "bound", actor);
        audit.record(actor, "capture-bound", capture.no(), capture.campaignNo());
        return saved;
    }

    /** Stores {@code after}, with history and audit rows if the status changed. */
    Capture move(Capture before, Capture after, String cause, Actor actor) {
        Capture saved = captures.update(changes.stamped(before, after));
        if (before.status() != after.status()) {
            history.moved(KIND, before.no(), before.status(), after.status(), cause, actor);
            audit.record(actor, "capture-" + cause, before.no(), before.status() + " → " + after.status());
        }
        return saved;
    }
}
