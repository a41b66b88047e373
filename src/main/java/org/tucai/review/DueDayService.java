package org.tucai.review;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tucai.capture.ReviewTime;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.security.Actor;
import org.tucai.workday.CalendarFollower;
import org.tucai.workday.DueDate;
import org.tucai.workday.WorkdayCalendar;

/** Keeps the due days of open reviews in step with the calendar. */
@Singleton
public class DueDayService implements CalendarFollower {
    private final ReviewRepository reviews;
    private final ReviewGate gate;
    private final WorkdayCalendar calendar;
    private final ReviewTime time;
    private final JobQueue jobs;
    private final InstantSource clock;

    DueDayService(
            ReviewRepository reviews,
            ReviewGate gate,
            WorkdayCalendar calendar,
            ReviewTime time,
            JobQueue jobs,
            InstantSource clock) {
        this.reviews = reviews;
        this.gate = gate;
        this.calendar = calendar;
        this.time = time;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void onYearLoaded(int year) {
        jobs.enqueue(RecountDueDaysJob.TYPE, Integer.toString(year));
        jobs.enqueue(
                RecountDueDaysJob.TYPE, Integer.toString(year), clock.instant().plus(ONCE_MORE_AFTER));
    }

    /** Recalculates the due day of an open review; does nothing if the review is over or the result is the same. */
    @Transactional
    public void recount(String no) {
        Review review = reviews.lock(no).orElse(null);
        if (review == null || review.liveCapture() == null) {
            return;
        }
        DueDate due = calendar.due(review.submittedAt(), time.days());
        if (!due.at().equals(review.dueAt()) || due.provisional() != review.provisional()) {
            String cause = due.at().equals(review.dueAt()) ? "due-day-certain" : "due-day-moved";
            gate.move(review, review.recounted(due, clock.instant()), cause, Actor.SYSTEM);
        }
    }
}
