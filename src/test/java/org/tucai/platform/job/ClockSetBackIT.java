package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tucai.testing.LogOf;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** The system's clock is set back while the server runs. */
@TucaiTest
class ClockSetBackIT {
    private static final String TYPE = "test-of-a-clock";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SchedulerJobs jobs;
    private final Heartbeats heartbeats;
    private final Rows rows;
    private final MutableClock clock;
    private final Semaphore ran = new Semaphore(0);
    private volatile Duration behind = Duration.ZERO;

    ClockSetBackIT(SchedulerJobs jobs, Heartbeats heartbeats, Rows rows, MutableClock clock) {
        this.jobs = jobs;
        this.heartbeats = heartbeats;
        this.rows = rows;
        this.clock = clock;
    }

    @AfterEach
    void sweep() {
        rows.change("DELETE FROM scheduled_tasks WHERE task_name = '" + TYPE + "'");
    }

    @Test
    void jobsGoOnRunningOnceTheSchedulerIsRestartedOnTheNewTime() throws Exception {
        InstantSource clock = () -> Instant.now().minus(behind);
        JobWorker worker = new JobWorker(() -> List.of(scheduler(clock)), clock);
        worker.begin();
        try {
            due("before");
            assertThat(ran.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            worker.beginAnewWhereTheClockWasSetBack();
            LockSupport.parkNanos(PAUSE.dividedBy(4).toNanos()); // now it is idle

            behind = Duration.ofHours(1);
            due("after");
            assertThat(ran.tryAcquire(PAUSE.toMillis() * 2, TimeUnit.MILLISECONDS))
                    .as("run by a scheduler that rests until an hour has passed")
                    .isFalse();
            worker.beginAnewWhereTheClockWasSetBack();

            assertThat(ran.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            worker.stop(null);
        }
    }

    /** Otherwise the job of a server that was killed meanwhile waits until the clock has come that far again. */
    @Test
    void noJobIsTakenForRunningByAClockThatWasAhead() {
        for (String table : List.of("scheduled_tasks", "background_tasks")) {
            beat(table, "ahead", MutableClock.START.plus(Duration.ofDays(1)));
            beat(table, "running", MutableClock.START.minusSeconds(3));
        }

        heartbeats.noneToCome();

        for (String table : List.of("scheduled_tasks", "background_tasks")) {
            assertThat(rows.texts("SELECT DATE_FORMAT(last_heartbeat, '%Y-%m-%dT%TZ') FROM " + table
                            + " WHERE task_name = '" + TYPE + "' ORDER BY task_instance"))
                    .containsExactly("2026-04-20T02:00:00Z", "2026-04-20T01:59:57Z");
            rows.change("DELETE FROM " + table + " WHERE task_name = '" + TYPE + "'");
        }
    }

    /** Its rest would be counted anew from now, which the scheduler refuses, as an error with a stack trace, of what it takes for running. */
    @Test
    void aStartAfterTheClockWasAheadLogsNoErrorForWorkThatComesRoundAgain() {
        RecurringTask<Void> work = Tasks.recurring(TaskDescriptor.of(TYPE), FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> ran.release());
        Instant ahead = MutableClock.START.plus(Duration.ofDays(1));
        insert("scheduled_tasks", RecurringTask.INSTANCE, ahead, ahead);

        heartbeats.noneToCome();
        Scheduler started = jobs.worker(
                w -> built(Scheduler.create(w.source()).<RecurringTask<Void>>startTasks(List.of(work)), clock));
        try (LogOf log = LogOf.a(Scheduler.class)) {
            started.start();
            started.stop();

            assertThat(log.lines()).isEmpty();
        }
    }

    private void beat(String table, String id, Instant at) {
        insert(table, id, Instant.parse("2026-04-20T01:00:00Z"), at);
    }

    private void insert(String table, String id, Instant due, Instant beat) {
        rows.change("INSERT INTO " + table
                + " (task_name, task_instance, execution_time, picked, last_heartbeat, version) VALUES ('" + TYPE
                + "', '"
                + id + "', '" + text(due) + "', TRUE, '" + text(beat) + "', 1)");
    }

    private static String text(Instant at) {
        return at.toString().replace('T', ' ').replace("Z", "");
    }

    private Scheduler scheduler(InstantSource clock) {
        Task<Void> task = Tasks.oneTime(TaskDescriptor.of(TYPE)).execute((instance, context) -> ran.release());
        return jobs.worker(w -> built(Scheduler.create(w.source(), task), clock));
    }

    private static Scheduler built(SchedulerBuilder builder, InstantSource clock) {
        return builder.clock(clock::instant)
                .threads(1)
                .pollingInterval(PAUSE)
                .pollUsingLockAndFetch(0.5, 1.0)
                .serializer(SchedulerJobs.NO_DATA)
                .jdbcCustomization(new MySQL8JdbcCustomization(true))
                .build();
    }

    private void due(String id) {
        rows.change("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version) VALUES ('"
                + TYPE + "', '" + id + "', NOW(6) - INTERVAL 1 DAY, FALSE, 1)");
    }
}
