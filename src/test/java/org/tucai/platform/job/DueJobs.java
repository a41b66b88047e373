package org.tucai.platform.job;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs jobs that are due by the test's clock, in the test's own thread. */
@Singleton
public class DueJobs {
    private static final int MOST_ROUNDS = 50;

    private final SchedulerJobs jobs;
    private final Collection<RecurringJob> recurring;
    private final Collection<JobHandler> handlers;
    private final InstantSource clock;
    private final SettableClock schedulerClock = new SettableClock();
    private List<ManualScheduler> runners = List.of();

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
        for (int round = 0; round < MOST_ROUNDS && !due(Set.of()).isEmpty(); round++) {
            runOnce();
        }
    }

    /**
     * Like {@link #runDue}, but runs every job twice, as after a crash between its work and its removal.
     *
     * @return the types that ran
     */
    public synchronized Set<String> runDueTwice() {
        Set<String> ran = new TreeSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<TaskInstanceId> once = new HashSet<>();
            for (List<TaskInstanceId> fresh = due(once); !fresh.isEmpty(); fresh = due(once)) {
                fresh.forEach(job -> run(
                        job.getTaskName(), job.getId().substring(0, job.getId().lastIndexOf('#'))));
                once.addAll(fresh);
            }
            if (once.isEmpty()) {
                return ran;
            }
            once.forEach(job -> ran.add(job.getTaskName()));
            runOnce();
        }
        return ran;
    }

    private void runOnce() {
        schedulerClock.set(clock.instant());
        runners().forEach(ManualScheduler::runAnyDueExecutions);
    }

    /** Due jobs other than these, including those enqueued while they ran once. */
    private List<TaskInstanceId> due(Set<TaskInstanceId> without) {
        List<TaskInstanceId> due = new ArrayList<>();
        Consumer<ScheduledExecution<Object>> add = e -> {
            TaskInstanceId id = TaskInstanceId.of(
                    e.getTaskInstance().getTaskName(), e.getTaskInstance().getId());
            if (!e.getExecutionTime().isAfter(clock.instant()) && !without.contains(id)) {
                due.add(id);
            }
        };
        runners().forEach(runner -> runner.fetchScheduledExecutions(add));
        return due;
    }

    /** All job types. */
    public Set<String> types() {
        return handlers.stream().map(JobHandler::type).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All recurring job types. */
    public Set<String> recurringTypes() {
        return recurring.stream().map(RecurringJob::type).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One per queue. */
    private List<ManualScheduler> runners() {
        if (runners.isEmpty()) {
            runners = List.of(jobs.worker(this::runner), jobs.backgroundWorker(this::runner));
        }
        return runners;
    }

    private ManualScheduler runner(SchedulerJobs.Worker worker) {
        var builder = TestHelper.createManualScheduler(worker.source(), worker.oneTime());
        builder.tableName(worker.table());
        builder.clock(schedulerClock);
        builder.serializer(SchedulerJobs.NO_DATA);
        builder.jdbcCustomization(new MySQL8JdbcCustomization(true));
        return builder.build();
    }

    /** Runs the recurring job of this type once. */
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
