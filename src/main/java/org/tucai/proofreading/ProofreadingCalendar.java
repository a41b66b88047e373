package org.tucai.proofreading;

import jakarta.inject.Singleton;
import org.tucai.platform.job.JobQueue;
import org.tucai.workday.CalendarFollower;

/** A year became known: open checks are counted anew. */
@Singleton
class ProofreadingCalendar implements CalendarFollower {
    private final JobQueue jobs;

    ProofreadingCalendar(JobQueue jobs) {
        this.jobs = jobs;
    }

    @Override
    public void onYearLoaded(int year) {
        jobs.enqueue(RecountProofreadingsJob.TYPE, Integer.toString(year));
    }
}
