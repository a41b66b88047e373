package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Five working days pass without a decision: the unit sees it, the student keeps waiting, and the late decision still counts. */
@TucaiTest
class OverdueJourneyIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;

    OverdueJourneyIT(Http http, Journeys journeys, People people, DueJobs jobs, MutableClock clock) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Test
    void anOverduePhotoIsMarkedAndTheLateDecisionStillCounts() {
        Walk late = journeys.aStudentInReview();
        Http.Reply screen = http.as(late.token()).get("/api/v1/student/screens/captures/" + late.captureNo());
        // Monday 20 April + 5 working days, with no holiday among them: the end of Monday the 27th
        assertThat(screen.<String>at("card.review.dueAt")).isEqualTo("2026-04-28T00:00:00+08:00");
        assertThat(screen.<Boolean>at("card.review.provisional")).isFalse();

        clock.setTo(Instant.parse("2026-04-27T15:59:59Z"));
        jobs.runRecurring("review-overdue");
        assertThat(overdue()).isZero();
        clock.setTo(Instant.parse("2026-04-27T16:00:01Z"));
        jobs.runRecurring("review-overdue");
        assertThat(overdue()).isEqualTo(1);

        String manager = people.aManager();
        Http.Reply trail = http.as(manager).get("/api/v1/admin/audit-entries?action=review-overdue");
        assertThat(trail.<List<Object>>at("items")).hasSize(1);
        Walk again = journeys.again(late);
        assertThat(journeys.nextStep(again)).isEqualTo("WAIT_FOR_REVIEW");
        assertThat(http.as(again.token()).get("/api/v1/student/screens/home").<String>at("nextStep.hint"))
                .contains("超过");
        journeys.decide(late, "ACCEPT", List.of());
        assertThat(journeys.status(again)).isEqualTo("IN_PRODUCTION");
        List<Map<String, Object>> figures = http.as(people.aManager())
                .get("/api/v1/admin/review-figures?from=2026-04-28&to=2026-04-28")
                .expect(200)
                .list();
        assertThat(figures).singleElement().satisfies(f -> assertThat(f).containsEntry("late", 1));
    }

    private int overdue() {
        return http.as(people.aReviewer())
                .get("/api/v1/review/queue")
                .expect(200)
                .<Integer>at("overdue");
    }
}
