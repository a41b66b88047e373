package org.tucai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** What a manager finds in the audit trail, and what a search costs. */
@TucaiTest
class AuditSearchIT {
    private static final int MANY = 20_000;
    private static final String ENTRIES = "/api/v1/admin/audit-entries";

    private final AuditTrail trail;
    private final Http http;
    private final People people;
    private final MutableClock clock;
    private final Rows rows;
    private final DataSource source;

    AuditSearchIT(AuditTrail trail, Http http, People people, MutableClock clock, Rows rows, DataSource source) {
        this.trail = trail;
        this.http = http;
        this.people = people;
        this.clock = clock;
        this.rows = rows;
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    @Test
    void entriesOfAStaffMemberInEveryRoleAreFoundNewestFirstPageByPage() {
        String member = "stf_00000000000000000001";
        List.of(Role.REVIEWER, Role.MANAGER, Role.REVIEWER).forEach(role -> {
            trail.record(new Actor(role, member), "tested", "cap_1", "");
            clock.advance(Duration.ofMinutes(1));
        });
        Http manager = http.as(people.aManager());

        Http.Reply first = manager.get(ENTRIES + "?limit=2&actor=" + member).expect(200);
        Http.Reply second = manager.get(ENTRIES + "?limit=2&actor=" + member + "&cursor=" + first.at("next"));

        assertThat(first.<String>at("items.0.actor")).isEqualTo("REVIEWER:" + member);
        assertThat(first.<String>at("items.1.actor")).isEqualTo("MANAGER:" + member);
        assertThat(second.expect(200).<List<?>>at("items")).hasSize(1);
        assertThat(second.<String>at("items.0.actor")).isEqualTo("REVIEWER:" + member);
        assertThat(second.<Object>at("next")).isNull();
    }

    @Test
    void entriesOfSomeDaysAreFound() {
        List<String> days = List.of("day-1", "day-2", "day-3");
        days.forEach(day -> {
            trail.record(Actor.SYSTEM, "tested", day, "");
            clock.advance(Duration.ofDays(1));
        });
        Http manager = http.as(people.aManager());

        assertThat(subjects(manager, "from=2026-04-21&to=2026-04-21")).containsExactly("day-2");
        assertThat(subjects(manager, "to=2026-04-21")).containsExactly("day-2", "day-1");
        assertThat(subjects(manager, "from=2026-04-21")).containsExactly("day-3", "day-2");
        Http.Reply first = manager.get(ENTRIES + "?action=tested&from=2026-04-21&limit=1");
        assertThat(subjects(manager, "from=2026-04-21&limit=1&cursor=" + first.at("next")))
                .containsExactly("day-2");
        manager.get(ENTRIES + "?from=2026-04-22&to=2026-04-21").expectProblem(422, "invalid-fields");
        manager.get(ENTRIES + "?from=1999-12-31").expectProblem(422, "invalid-fields");
    }

    private static List<Object> subjects(Http manager, String search) {
        return Http.column(
                manager.get(ENTRIES + "?action=tested&" + search).expect(200).at("items"), "subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2025-01-01&to=2025-01-01",
                "action=action-5&to=2025-01-01",
                "actor=acc_0000000000000005",
                "actor=SYSTEM:system",
                "actor=nobody",
                "subject=cap_5",
                "action=never-done",
                "action=action-5&subject=cap_5",
                ""
            })
    void aPageOfALongTrailIsReadFromAnIndex(String search) throws SQLException {
        aLongTrail();
        Http manager = http.as(people.aManager());
        manager.get(ENTRIES + "?limit=1").expect(200);
        long before = rows.read();

        manager.get(ENTRIES + "?" + search).expect(200);

        assertThat(rows.read() - before).isLessThan(MANY / 20);
    }

    /** Half of the entries by the system, the rest by many actors; all older than what tests do. */
    private void aLongTrail() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement entry = connection.prepareStatement("""
                        INSERT INTO audit_entry (no, at, actor, action, subject, detail)
                        VALUES (?, '2025-01-01' + INTERVAL ? SECOND, ?, ?, ?, '')""")) {
            for (int i = 0; i < MANY; i++) {
                entry.setString(1, "aud_" + i);
                entry.setInt(2, i);
                entry.setString(3, i % 2 == 0 ? "SYSTEM:system" : "STUDENT:acc_%016d".formatted(i % 2000));
                entry.setString(4, "action-" + i % 20);
                entry.setString(5, "cap_" + i % 5000);
                entry.addBatch();
            }
            entry.executeBatch();
        }
    }
}
