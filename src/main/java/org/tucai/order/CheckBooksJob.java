package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tucai.platform.job.RecurringJob;

/** Checks the books once a day; faults are logged as errors and shown in the manager's view. */
@Singleton
class CheckBooksJob implements RecurringJob {
    private final MoneyFigures figures;

    CheckBooksJob(MoneyFigures figures) {
        this.figures = figures;
    }

    @Override
    public String type() {
        return "check-books";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        figures.check();
    }
}
