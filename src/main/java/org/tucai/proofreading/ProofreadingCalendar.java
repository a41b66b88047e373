package org.tucai.proofreading;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tucai.platform.job.JobQueue;
import org.tucai.workday.CalendarFollower;

/** When a calendar year becomes known, the due dates of open checks are counted anew. */
@Singleton
class ProofreadingCalendar implements CalendarFollower {
    private final JobQueue jobs;
    private final InstantSource clock;

    ProofreadingCalendar(JobQueue jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void onYearLoaded(int year) {
        jobs.enqueue(RecountProofreadingsJob.TYPE, Integer.toString(year));
        jobs.enqueue(
                RecountProofreadingsJob.TYPE,
                Integer.toString(year),
                clock.instant().plus(ONCE_MORE_AFTER));
    }
}
