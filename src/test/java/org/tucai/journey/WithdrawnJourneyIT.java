package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Blobs;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** 撤回审核: the photo is withdrawn from review, changed, and submitted again without a second fee. */
@TucaiTest
class WithdrawnJourneyIT {
    private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final DueJobs jobs;
    private final Rows rows;
    private final Blobs blobs;

    WithdrawnJourneyIT(Http http, Journeys journeys, People people, DueJobs jobs, Rows rows, Blobs blobs) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.jobs = jobs;
        this.rows = rows;
        this.blobs = blobs;
    }

    @Test
    void theWithdrawnPhotoLeavesItsReviewerAndTheNewOneIsReviewed() {
        Walk walk = journeys.aStudentInReview();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        List<String> formerFiles = files();

        withdraw(walk).expect(200);
        withdraw(walk).expectPlainProblem(409, "not-in-review");
        decide(reviewer, review).expectPlainProblem(409, "claim-lapsed");
        http.as(reviewer).get("/api/v1/review/reviews/" + review).expectPlainProblem(404, "not-found");
        assertThat(journeys.nextStep(walk)).isEqualTo("SUBMIT");

        Http.Reply submitted = journeys.submit(walk);
        jobs.runDue();

        assertThat(submitted.<String>at("status")).isEqualTo("IN_REVIEW");
        assertThat(rows.number("SELECT COUNT(*) FROM payment")).isEqualTo(1);
        assertThat(formerFiles).hasSize(2).noneMatch(blobs::exists);
        String second = journeys.claim(reviewer, walk);
        assertThat(second).isNotEqualTo(review);
        assertThat(http.as(reviewer).get("/api/v1/review/reviews/" + second).<String>at("photo.no"))
                .isEqualTo(submitted.at("photoNo"));
        decide(reviewer, second).expect(200);
    }

    @Test
    void withdrawingBeforePayingCancelsTheOrderAndTheNextSubmissionPlacesANewOne() {
        Walk walk = journeys.aBoundStudent();
        journeys.submit(walk);
        String first = journeys.orderOf(walk);

        withdraw(walk).expect(200);
        http.as(walk.token())
                .post("/api/v1/student/orders/" + first + "/payments", null)
                .expectPlainProblem(409, "order-not-awaiting-payment");
        journeys.submit(walk);

        assertThat(journeys.orderOf(walk)).isNotEqualTo(first);
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    private List<String> files() {
        List<String> keys = rows.texts("SELECT blob_key FROM photo WHERE blob_key IS NOT NULL");
        keys.addAll(rows.texts("SELECT original_key FROM photo WHERE original_key IS NOT NULL"));
        assertThat(keys).allMatch(blobs::exists);
        return keys;
    }

    private Http.Reply withdraw(Walk walk) {
        return http.as(walk.token()).post("/api/v1/student/captures/" + walk.captureNo() + "/withdrawals", null);
    }

    private Http.Reply decide(String reviewer, String review) {
        return http.as(reviewer).post("/api/v1/review/reviews/" + review + "/decisions", ACCEPT);
    }
}
