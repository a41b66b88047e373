package org.tucai.platform.job;

import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;

/** Runs, in the test's own thread, what is due at the test's clock. */
@Singleton
public class DueJobs {
    private static final int MOST_ROUNDS = 50;

    private final SchedulerJobs jobs;
    private final Collection<RecurringJob> recurring;
    private final Collection<JobHandler> handlers;
    private final InstantSource clock;
    private final SettableClock schedulerClock = new SettableClock();
    private @Nullable ManualScheduler scheduler;

    DueJobs(
            SchedulerJobs jobs,
            Collection<RecurringJob> recurring,
            Collection<JobHandler> handlers,
            InstantSource clock) {
        this.jobs = jobs;
        this.recurring = recurring;
        this.handlers = handlers;
        this.clock = clock;
    }

    /** Runs due jobs, and those they enqueue, until none is due. */
    public synchronized void runDue() {
        if (scheduler == null) {
            scheduler = jobs.worker(w -> {
                var builder = TestHelper.createManualScheduler(w.source(), w.oneTime());
                builder.clock(schedulerClock);
                builder.serializer(SchedulerJobs.NO_DATA);
                builder.jdbcCustomization(new MySQL8JdbcCustomization(true));
                return builder.build();
            });
        }
        schedulerClock.set(clock.instant());
        for (int round = 0; round < MOST_ROUNDS && dueCount() > 0; round++) {
            scheduler.runAnyDueExecutions();
        }
    }

    private int dueCount() {
        int[] due = {0};
        scheduler.fetchScheduledExecutions(e -> due[0] += e.getExecutionTime().isAfter(clock.instant()) ? 0 : 1);
        return due[0];
    }

    /** Runs the recurring job of that type once. */
    public void runRecurring(String type) {
        recurring.stream()
                .filter(r -> r.type().equals(type))
                .findFirst()
                .orElseThrow()
                .run();
    }

    /** Runs a handler directly, for the test that every handler may run twice. */
    public void run(String type, String subject) {
        handlers.stream()
                .filter(h -> h.type().equals(type))
                .findFirst()
                .orElseThrow()
                .run(subject);
    }
}
