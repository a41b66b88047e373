package org.tucai.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.id.PublicNumbers;

/** The job queue on db-scheduler: rows of {@code scheduled_tasks} written through the transaction's own connection. */
@Singleton
class SchedulerJobs implements JobQueue {
    private static final String SEPARATOR = "#";

    private final Map<String, TaskDescriptor<Void>> descriptors;
    private final List<Task<?>> tasks;
    private final DataSource source;
    private final SchedulerClient inTransaction;
    private final InstantSource clock;
    private final PublicNumbers numbers;

    SchedulerJobs(
            DataSource source,
            Collection<JobHandler> handlers,
            Collection<RecurringJob> recurring,
            FailedJobs failedJobs,
            InstantSource clock,
            PublicNumbers numbers) {
        this.source = source;
        this.clock = clock;
        this.numbers = numbers;
        this.descriptors = handlers.stream()
                .collect(Collectors.toUnmodifiableMap(JobHandler::type, h -> TaskDescriptor.of(h.type())));
        this.tasks = new ArrayList<>();
        handlers.forEach(h -> tasks.add(task(h, failedJobs)));
        recurring.forEach(r -> tasks.add(Tasks.recurring(TaskDescriptor.of(r.type()), FixedDelay.of(r.every()))
                .execute((instance, context) -> r.run())));
        this.inTransaction = SchedulerClient.Builder.create(source)
                .serializer(NO_DATA)
                .jdbcCustomization(new MySQL8JdbcCustomization(true))
                .build();
    }

    private OneTimeTask<Void> task(JobHandler handler, FailedJobs failedJobs) {
        return Tasks.oneTime(descriptor(handler.type()))
                .onFailure(retry(handler, failedJobs))
                .execute((instance, context) -> handler.run(subject(instance.getId())));
    }

    private FailureHandler<Void> retry(JobHandler handler, FailedJobs failedJobs) {
        return (complete, operations) -> {
            int failures = complete.getExecution().consecutiveFailures + 1;
            if (failures < handler.retry().tries()) {
                Instant next = clock.instant().plus(handler.retry().pauseAfter(failures));
                operations.reschedule(complete, next);
            } else {
                String subject = subject(complete.getExecution().taskInstance.getId());
                failedJobs.gaveUp(handler.type(), subject, complete.getCause().orElse(null), failures);
                operations.stop();
            }
        };
    }

    @Override
    public void enqueue(String type, String subject) {
        enqueue(type, subject, clock.instant());
    }

    @Override
    public void enqueue(String type, String subject, Instant dueAt) {
        String id = subject + SEPARATOR + numbers.next("job");
        inTransaction.schedule(
                descriptor(type).instance(id).scheduledTo(dueAt), ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    private TaskDescriptor<Void> descriptor(String type) {
        TaskDescriptor<Void> descriptor = descriptors.get(type);
        if (descriptor == null) {
            throw new IllegalArgumentException("no handler for jobs of type " + type);
        }
        return descriptor;
    }

    private static String subject(String instanceId) {
        return instanceId.substring(0, instanceId.lastIndexOf(SEPARATOR));
    }

    /** A worker over these tasks, yet to be started; {@code make} chooses threads and clock. */
    <S> S worker(Function<Worker, S> make) {
        return make.apply(new Worker(DelegatingDataSource.unwrapDataSource(source), List.copyOf(tasks)));
    }

    /** What a worker needs: a data source without transactions of ours, and the tasks. */
    record Worker(DataSource source, List<Task<?>> tasks) {
        Scheduler scheduler(int threads, Duration polling) {
            SchedulerBuilder builder = Scheduler.create(source, oneTime());
            recurring().forEach(builder::startTasks);
            return builder.threads(threads)
                    .pollingInterval(polling)
                    .pollUsingLockAndFetch(0.5, 1.0)
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
