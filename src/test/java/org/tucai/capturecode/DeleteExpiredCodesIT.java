package org.tucai.capturecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** The job deletes codes that a student is using again, or deleting, at the same moment: one waits for the other, without a deadlock. */
@TucaiTest
class DeleteExpiredCodesIT {
    private static final Actor STUDENT = new Actor(Role.STUDENT, "acc_one");
    private static final String DEADLOCKS = "Innodb_deadlocks";

    private static final String WAITING = "Innodb_row_lock_current_waits";

    private final CaptureCodeService codes;
    private final LastFourService lastFour;
    private final CodeFixtures fixtures;
    private final CampaignFixtures campaigns;
    private final TransactionOperations<Connection> transactions;
    private final MutableClock clock;
    private final DueJobs jobs;
    private final Rows rows;

    DeleteExpiredCodesIT(
            CaptureCodeService codes,
            LastFourService lastFour,
            CodeFixtures fixtures,
            CampaignFixtures campaigns,
            TransactionOperations<Connection> transactions,
            MutableClock clock,
            DueJobs jobs,
            Rows rows) {
        this.codes = codes;
        this.lastFour = lastFour;
        this.fixtures = fixtures;
        this.campaigns = campaigns;
        this.transactions = transactions;
        this.clock = clock;
        this.jobs = jobs;
        this.rows = rows;
    }

    @Test
    void aCountOfTriesBeingUsedAgainIsNotDeleted() {
        lastFour.enter("cod_1", STUDENT, "enrolment", false);
        clock.advance(Duration.ofHours(25));

        long before = status(DEADLOCKS);
        whileRowsAreHeld("last_four_tries", () -> lastFour.enter("cod_2", STUDENT, "enrolment", false));

        assertThat(status(DEADLOCKS)).isEqualTo(before);
        assertThat(rows.number("SELECT COUNT(*) FROM last_four_tries")).isEqualTo(2);
    }

    @Test
    void codesDeletedWithTheirAccountAtTheSameTimeCauseNoDeadlock() {
        codes.open(fixtures.aCode(campaigns.aSchool()), STUDENT.no());
        clock.advance(Duration.ofHours(2));

        long before = status(DEADLOCKS);
        whileRowsAreHeld("opened_code", () -> codes.forget(STUDENT.no()));

        assertThat(status(DEADLOCKS)).isEqualTo(before);
        assertThat(rows.number("SELECT COUNT(*) FROM opened_code")).isZero();
    }

    /** The student runs into locked rows, then the job does; then the rows are released. */
    private void whileRowsAreHeld(String table, Runnable student) {
        List<CompletableFuture<Void>> both = new ArrayList<>();
        transactions.execute(TransactionDefinition.DEFAULT, status -> {
            lockEach(status.getConnection(), "SELECT id FROM " + table + " WHERE id > 0 FOR UPDATE");
            both.add(waiting(student));
            both.add(waiting(() -> jobs.runRecurring("delete-expired-codes")));
            return true;
        });
        both.forEach(CompletableFuture::join);
    }

    private static void lockEach(Connection connection, String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the work and returns as soon as it waits for a lock. */
    private CompletableFuture<Void> waiting(Runnable work) {
        long others = status(WAITING);
        CompletableFuture<Void> begun = CompletableFuture.runAsync(work, task -> new Thread(task).start());
        while (status(WAITING) == others && !begun.isDone()) {
            Thread.onSpinWait();
        }
        return begun;
    }

    private long status(String name) {
        return rows.of("SHOW GLOBAL STATUS LIKE '" + name + "'").stream()
                .mapToLong(row ->
                        Long.parseLong(List.copyOf(row.values()).getLast().toString()))
                .sum();
    }
}
