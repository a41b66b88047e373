package org.tucai.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.BeanProvider;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.FullDisk;
import org.tucai.platform.id.PublicNumbers;

/**
 * The job queue on db-scheduler: rows of {@code scheduled_tasks}, or of {@code background_tasks} where nobody waits for the job, written
 * through the transaction's own connection.
 */
@Singleton
class SchedulerJobs implements JobQueue {
    private static final String TABLE = "scheduled_tasks";
    private static final String BACKGROUND_TABLE = "background_tasks";
    private static final String SEPARATOR = "#";

    /**
     * Heartbeat of running jobs. One without a heartbeat for {@link #SILENT_BEATS} intervals was running when its server died, and is
     * started again; with the scheduler's defaults that would take half an hour, and somebody's refund would wait.
     */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int SILENT_BEATS = 6;

    /** One server works on a database. By default a worker is named after its machine, whose name may not resolve. */
    private static final SchedulerName NAME = new SchedulerName.Fixed("tucai");

    private final BeanProvider<JobHandler> handlers;
    private final BeanProvider<RecurringJob> recurring;
    private final FailedJobs failedJobs;
    private final FailedTries failedTries;
    private final DataSource source;
    private final SchedulerClient queue;
    private final SchedulerClient backgroundQueue;
    private final InstantSource clock;
    private final PublicNumbers numbers;

    /** By type of job, once somebody asked. */
    private volatile @Nullable Map<String, SchedulerClient> queues;

    /** Handlers are looked up late: they are built on services that leave jobs. */
    SchedulerJobs(
            DataSource source,
            BeanProvider<JobHandler> handlers,
            BeanProvider<RecurringJob> recurring,
            FailedJobs failedJobs,
            FailedTries failedTries,
            InstantSource clock,
            PublicNumbers numbers) {
        this.source = source;
        this.clock = clock;
        this.numbers = numbers;
        this.handlers = handlers;
        this.recurring = recurring;
        this.failedJobs = failedJobs;
        this.failedTries = failedTries;
        this.queue = inTransaction(source, TABLE);
        this.backgroundQueue = inTransaction(source, BACKGROUND_TABLE);
    }

    private static SchedulerClient inTransaction(DataSource source, String table) {
        return SchedulerClient.Builder.create(source)
                .tableName(table)
                .serializer(NO_DATA)
                .jdbcCustomization(new MySQL8JdbcCustomization(true))
                .build();
    }

    /** Tasks for all handlers: an older version left background jobs in this queue, too. */
    private List<Task<?>> tasks() {
        List<Task<?>> tasks = new ArrayList<>();
        handlers.forEach(h -> tasks.add(task(h)));
        recurring.forEach(r -> tasks.add(Tasks.recurring(TaskDescriptor.of(r.type()), FixedDelay.of(r.every()))
                .onFailure(nextTime(r))
                .execute((instance, context) -> r.run())));
        return List.copyOf(tasks);
    }

    private List<Task<?>> backgroundTasks() {
        return handlers.stream()
                .filter(JobHandler::isBackground)
                .<Task<?>>map(this::task)
                .toList();
    }

    private OneTimeTask<Void> task(JobHandler handler) {
        return Tasks.oneTime(TaskDescriptor.of(handler.type()))
                .onFailure(retry(handler))
                .execute((instance, context) -> handler.run(subject(instance.getId())));
    }

    private FailureHandler<Void> retry(JobHandler handler) {
        return (complete, operations) -> {
            Throwable cause = complete.getCause().orElse(null);
            int failures = complete.getExecution().consecutiveFailures + 1;
            boolean waits = cause != null
                    && (cause instanceof LineClosed || handler.waitsOut(cause) || FullDisk.isBehind(cause));
            if (waits) {
                failedTries.waits(handler.type(), cause);
            } else {
                failedTries.failed(handler.type(), cause);
            }
            if (waits || failures < handler.retry().tries()) {
                Instant next = clock.instant().plus(handler.retry().pauseAfter(failures));
                if (waits) { // a failure of another kind has its tries left, however long was waited
                    complete.getExecution().consecutiveFailures =
                            Math.min(failures, handler.retry().failuresToLongestPause()) - 1;
                }
                operations.reschedule(complete, next);
            } else {
                String subject = subject(complete.getExecution().taskInstance.getId());
                failedJobs.gaveUp(handler.type(), subject, cause, failures);
                operations.stop();
            }
        };
    }

    private FailureHandler<Void> nextTime(RecurringJob job) {
        FailureHandler<Void> next = new FailureHandler.OnFailureReschedule<>(FixedDelay.of(job.every()));
        return (complete, operations) -> {
            failedTries.failed(job.type(), complete.getCause().orElse(null));
            next.onFailure(complete, operations);
        };
    }

    @Override
    public void enqueue(String type, String subject) {
        enqueue(type, subject, clock.instant());
    }

    @Override
    public void enqueue(String type, String subject, Instant dueAt) {
        String id = subject + SEPARATOR + numbers.next("job");
        SchedulerClient queueOfType = queues().get(type);
        if (queueOfType == null) {
            throw new IllegalArgumentException("no handler for jobs of type " + type);
        }
        // as a batch of one: no number is given twice, so the row need not be looked for before it is written
        queueOfType.scheduleBatch(List.of(new TaskInstance<>(type, id)), dueAt);
    }

    @Override
    public boolean takes(String type) {
        return queues().containsKey(type);
    }

    private Map<String, SchedulerClient> queues() {
        Map<String, SchedulerClient> known = queues;
        if (known == null) {
            known = handlers.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            JobHandler::type, h -> h.isBackground() ? backgroundQueue : queue));
            queues = known;
        }
        return known;
    }

    private static String subject(String instanceId) {
        return instanceId.substring(0, instanceId.lastIndexOf(SEPARATOR));
    }

    /** A worker over these tasks, yet to be started; {@code make} chooses threads and clock. */
    <S> S worker(Function<Worker, S> make) {
        return make.apply(new Worker(DelegatingDataSource.unwrapDataSource(source), TABLE, tasks()));
    }

    /** The same for jobs that nobody waits for. */
    <S> S backgroundWorker(Function<Worker, S> make) {
        return make.apply(
                new Worker(DelegatingDataSource.unwrapDataSource(source), BACKGROUND_TABLE, backgroundTasks()));
    }

    /** What a worker needs: a data source without transactions of ours, the table of its queue, and the tasks. */
    record Worker(DataSource source, String table, List<Task<?>> tasks) {
        Scheduler scheduler(int threads, Duration polling) {
            SchedulerBuilder builder = Scheduler.create(source, oneTime());
            recurring().forEach(builder::startTasks);
            return builder.schedulerName(NAME)
                    .tableName(table)
                    .threads(threads)
                    .pollingInterval(polling)
                    .pollUsingLockAndFetch(0.5, 1.0)
                    .heartbeatInterval(HEARTBEAT)
                    .missedHeartbeatsLimit(SILENT_BEATS)
                    .failureLogging(LogLevel.OFF, false) // FailedTries tells of them
                    .serializer(NO_DATA)
                    .jdbcCustomization(new MySQL8JdbcCustomization(true))
                    .shutdownMaxWait(Duration.ofSeconds(20))
                    .deleteUnresolvedAfter(Duration.ofDays(3650))
                    .build();
        }

        List<Task<?>> oneTime() {
            return tasks.stream().filter(t -> t instanceof OneTimeTask).toList();
        }

        List<RecurringTask<?>> recurring() {
            List<RecurringTask<?>> found = new ArrayList<>();
            for (Task<?> task : tasks) {
                if (task instanceof RecurringTask<?> r) {
                    found.add(r);
                }
            }
            return found;
        }
    }

    /** Jobs carry only their subject, in the instance's id: nothing is serialised. */
    static final Serializer NO_DATA = new Serializer() {
        @Override
        public byte[] serialize(@Nullable Object data) {
            return data == null ? new byte[0] : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte[] bytes) {
            return null;
        }
    };
}
