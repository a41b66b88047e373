package org.tucai.review;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.LocalJob;
import org.tucai.platform.time.ChinaTime;
import org.tucai.workday.WorkdayCalendar;

/**
 * Recalculates the due days of open reviews after a calendar year was loaded, each in its own transaction; a failure of one does not stop
 * the others.
 */
@Singleton
class RecountDueDaysJob implements LocalJob {
    static final String TYPE = "recount-review-due-days";

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
    public void run(String year) {
        LocalDate from = calendar.firstDayNamedBy(Integer.parseInt(year));
        Instant until = ChinaTime.endOf(LocalDate.of(Integer.parseInt(year), 12, 31));
        EachOne.of(
                TYPE,
                (after, limit) -> reviews.countedOver(after, from, until, limit),
                ReviewRepository.OpenReview::captureNo,
                review -> dueDays.recount(review.no()));
    }
}
