package org.tucai.review;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;
import org.tucai.platform.time.ChinaTime;

/** Counts the due days of open reviews anew when a calendar year was loaded; each in a transaction of its own. */
@Singleton
class RecountDueDaysJob implements JobHandler {
    static final String TYPE = "recount-review-due-days";
    private static final int BATCH = 200;

    private final ReviewRepository reviews;
    private final DueDayService dueDays;

    RecountDueDaysJob(ReviewRepository reviews, DueDayService dueDays) {
        this.reviews = reviews;
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
        LocalDate from = LocalDate.of(Integer.parseInt(year), 1, 1);
        var until = ChinaTime.endOf(from.withDayOfYear(from.lengthOfYear()));
        List<ReviewRepository.OpenReview> batch = reviews.countedOver(0, from, until, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(review -> dueDays.recount(review.no()));
            batch = reviews.countedOver(batch.getLast().id(), from, until, BATCH);
        }
    }
}
