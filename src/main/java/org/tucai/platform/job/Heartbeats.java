package org.tucai.platform.job;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Signs of life of the jobs that are being worked on. */
@Singleton
public class Heartbeats {
    private final FailedJobRepository jobs;
    private final InstantSource clock;

    Heartbeats(FailedJobRepository jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Dates those to come as of now. They are of a server that died before the clock was set back; its jobs would be taken for running
     * until then. Those jobs become due as of now as well: the scheduler brings forward, when it starts, recurring work that is due too late,
     * which fails with a stack trace in the log where that work is taken for running.
     */
    @Transactional
    public void noneToCome() {
        Instant now = clock.instant();
        jobs.noHeartbeatAfter(now);
        jobs.noBackgroundHeartbeatAfter(now);
    }
}
