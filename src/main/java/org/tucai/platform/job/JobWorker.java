package org.tucai.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Works the queue while the server runs. */
@Singleton
@Requires(property = "tucai.jobs.enabled", value = "true")
class JobWorker {
    private final SchedulerJobs jobs;
    private final int threads;
    private final Duration polling;
    private @Nullable Scheduler scheduler;

    JobWorker(
            SchedulerJobs jobs,
            @Value("${tucai.jobs.threads}") int threads,
            @Value("${tucai.jobs.polling}") Duration polling) {
        this.jobs = jobs;
        this.threads = threads;
        this.polling = polling;
    }

    @EventListener
    synchronized void start(ServerStartupEvent event) {
        scheduler = jobs.worker(w -> w.scheduler(threads, polling));
        scheduler.start();
    }

    /** On the shutdown event, not on destruction: the data source must still be open. */
    @EventListener
    synchronized void stop(ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }
}
