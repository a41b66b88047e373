package org.tucai.platform.job;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job queue in figures: how many jobs are due, since when the first, how many were given up, how many tries failed. */
@Singleton
class JobMetrics implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(JobMetrics.class);
    /** One look into the database serves all gauges of a scrape. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final FailedJobRepository jobs;
    private final FailedTries failed;
    private final InstantSource clock;
    private FailedJobRepository.@Nullable Figures last;
    private Instant lookedAt = Instant.EPOCH;

    JobMetrics(FailedJobRepository jobs, FailedTries failed, InstantSource clock) {
        this.jobs = jobs;
        this.failed = failed;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "tucai.jobs.due", "jobs whose time has come", FailedJobRepository.Figures::due);
        gauge(registry, "tucai.jobs.waiting", "jobs for later", FailedJobRepository.Figures::later);
        gauge(registry, "tucai.jobs.given.up", "jobs a manager has to look at", FailedJobRepository.Figures::givenUp);
        gauge(registry, "tucai.jobs.lag", "how long the first due job waits", f -> f.lag(clock.instant()), "seconds");
        gauge(registry, "tucai.jobs.background", "jobs that nobody waits for", FailedJobRepository.Figures::background);
        FunctionCounter.builder("tucai.jobs.failed.tries", failed, FailedTries::count)
                .description("tries that failed since the start")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String name, String what, ToDoubleFunction<FailedJobRepository.Figures> figure) {
        gauge(registry, name, what, figure, null);
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String what,
            ToDoubleFunction<FailedJobRepository.Figures> figure,
            @Nullable String unit) {
        Gauge.builder(name, this, metrics -> metrics.read(figure))
                .description(what)
                .baseUnit(unit)
                .register(registry);
    }

    /** Not a number while the database cannot be asked. */
    private synchronized double read(ToDoubleFunction<FailedJobRepository.Figures> figure) {
        Instant now = clock.instant();
        FailedJobRepository.Figures known = last;
        if (known == null
                || Duration.between(lookedAt, now).abs().compareTo(FRESH) > 0) { // abs: the clock may be set back
            try {
                known = jobs.figures(now);
            } catch (RuntimeException e) {
                LOG.warn("The job queue cannot be counted: {}", e.toString());
                return Double.NaN;
            }
            last = known;
            lookedAt = now;
        }
        return figure.applyAsDouble(known);
    }
}
