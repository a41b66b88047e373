package org.tucai.review;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;
import org.tucai.platform.time.ChinaTime;
import org.tucai.workday.WorkdayCalendar;

/** Counts the due days of open reviews anew when a calendar year was loaded; each in a transaction of its own. */
@Singleton
class RecountDueDaysJob implements JobHandler {
    static final String TYPE = "recount-review-due-days";
    private static final int BATCH = 200;

    private final ReviewRepository reviews;
    private final DueDayService dueDays;
    private final WorkdayCalendar calendar;

    RecountDueDaysJob(ReviewRepository reviews, DueDayService dueDays, WorkdayCalendar calendar) {
        this.reviews = reviews;
        this.calendar = calendar;
        this.dueDays = dueDays;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public RetryPolicy retry() {
        return RetryPolicy.LOCAL;
    }

    @Override
    public void run(String year) {
        LocalDate from = calendar.firstDayNamedBy(Integer.parseInt(year));
        Instant until = ChinaTime.endOf(LocalDate.of(Integer.parseInt(year), 12, 31));
        List<ReviewRepository.OpenReview> batch = reviews.countedOver("", from, until, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(review -> dueDays.recount(review.no()));
            batch = reviews.countedOver(batch.getLast().captureNo(), from, until, BATCH);
        }
    }
}
