package org.tucai.platform.job;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.db.ColumnText;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Cursor;

/** The jobs that were given up, for a person to look at. */
@Singleton
class FailedJobs {
    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);
    private static final int REASON_LENGTH = 400;

    private final FailedJobRepository jobs;
    private final Provider<JobQueue> queue;
    private final RetriedJobs retried;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    FailedJobs(
            FailedJobRepository jobs,
            Provider<JobQueue> queue,
            RetriedJobs retried,
            PublicNumbers numbers,
            InstantSource clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.retried = retried;
        this.numbers = numbers;
        this.clock = clock;
    }

    void gaveUp(String type, String subject, @Nullable Throwable cause, int tries) {
        LOG.error("Job {} for {} given up after {} tries", type, subject, tries, cause);
        String reason = cause == null ? "unknown" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        jobs.save(new FailedJob(
                null,
                numbers.next("fjb"),
                type,
                subject,
                ColumnText.cut(reason, REASON_LENGTH),
                tries,
                clock.instant()));
    }

    List<FailedJob> before(Cursor cursor, int limit) {
        return jobs.before(cursor.at(), cursor.no(), limit);
    }

    /**
     * Puts a job back into the queue; a second call finds nothing.
     *
     * @throws ProblemException {@link PlatformProblem#JOB_TYPE_UNKNOWN}, for example if the part that left it has been switched off since
     */
    @Transactional
    void retry(String no, Actor by) {
        FailedJob job = jobs.findByNo(no).orElseThrow(PlatformProblem::notFound);
        if (!queue.get().takes(job.type())) {
            throw new ProblemException(PlatformProblem.JOB_TYPE_UNKNOWN, job.type());
        }
        if (jobs.deleteByNo(no) == 1) {
            queue.get().enqueue(job.type(), job.subject());
            retried.retried(no, job.type() + " " + job.subject(), by);
        }
    }
}
