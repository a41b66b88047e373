package org.tucai.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works the queues while the server runs. */
@Singleton
@Requires(property = "tucai.jobs.enabled", value = "true")
class JobWorker {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    /** Polling is most of what an idle server does, so the queue of background jobs is polled this many times less often. */
    private static final int UNHURRIED = 10;

    private final Supplier<List<Scheduler>> workers;
    private final InstantSource clock;
    private List<Scheduler> working = List.of();
    private Instant lookedAt = Instant.EPOCH;

    @Inject
    JobWorker(
            SchedulerJobs jobs,
            Heartbeats heartbeats,
            InstantSource clock,
            @Value("${tucai.jobs.threads}") int threads,
            @Value("${tucai.jobs.polling}") Duration polling) {
        this(
                () -> {
                    heartbeats.noneToCome();
                    return List.of(
                            jobs.worker(w -> w.scheduler(threads, polling)),
                            jobs.backgroundWorker(w -> w.scheduler(1, polling.multipliedBy(UNHURRIED))));
                },
                clock);
    }

    JobWorker(Supplier<List<Scheduler>> workers, InstantSource clock) {
        this.workers = workers;
        this.clock = clock;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        begin();
    }

    synchronized void begin() {
        working = workers.get();
        working.forEach(Scheduler::start);
    }

    /**
     * The scheduler sleeps until an instant of the clock: if that is set back by an hour it sleeps an hour longer, and every refund and
     * message waits. A new scheduler computes its sleep from the new time.
     */
    @Scheduled(fixedDelay = "5s", initialDelay = "5s")
    synchronized void beginAnewWhereTheClockWasSetBack() {
        Instant now = clock.instant();
        if (!working.isEmpty() && now.isBefore(lookedAt)) {
            LOG.warn(
                    "The clock was set back by {} s or more; restarting the job schedulers",
                    Duration.between(now, lookedAt).toSeconds());
            working.forEach(Scheduler::stop);
            begin();
        }
        lookedAt = now;
    }

    /** On the shutdown event, not on destruction: the data source must still be open. */
    @EventListener
    synchronized void stop(ShutdownEvent event) {
        working.forEach(Scheduler::stop);
        working = List.of();
    }
}
