package org.tucai.review;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tucai.platform.job.RecurringJob;

/** Marks overdue reviews. */
@Singleton
class OverdueJob implements RecurringJob {
    private final OverdueService overdue;

    OverdueJob(OverdueService overdue) {
        this.overdue = overdue;
    }

    @Override
    public String type() {
        return "review-overdue";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        while (overdue.markOverdue() > 0) {
            // the next batch
        }
    }
}
