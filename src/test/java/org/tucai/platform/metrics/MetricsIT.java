package org.tucai.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Metrics for a scraper with the configured token, and for nobody else. */
@TucaiTest
class MetricsIT {
    private static final String TOKEN = "metrics-of-the-test";

    private final Http http;
    private final People people;
    private final Journeys journeys;

    MetricsIT(Http http, People people, Journeys journeys) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
    }

    @Test
    void showQueuePictureAndRequestFiguresWithoutAnyonesNumbers() {
        Journeys.Walk walk = journeys.aStudentInReview();
        http.get("/api/v1/nowhere/secret-in-an-address").expect(404);
        http.get("/api/v1/student/captures/" + walk.captureNo()).expect(401);

        String figures = http.as(TOKEN).get("/prometheus").expect(200).text();

        assertThat(figures)
                .contains("tucai_jobs_due ")
                .contains("tucai_jobs_lag_seconds ")
                .contains("tucai_jobs_given_up ")
                .contains("tucai_jobs_background ")
                .contains("tucai_jobs_failed_tries_total ")
                .contains("tucai_pictures_busy ")
                .contains("/api/v1/student/uploads/{")
                .contains("jvm_memory_used_bytes")
                .doesNotContain(walk.captureNo())
                .doesNotContain("secret-in-an-address")
                .doesNotContainPattern("(cap|acc|pho|ord|cod|tkt)_[0-9A-Z]{20}");
    }

    @Test
    void areServedOnlyToTheScraperWithItsToken() {
        http.get("/prometheus").expectProblem(401, "unauthenticated");
        http.as("another").get("/prometheus").expectProblem(401, "unauthenticated");
        http.as(people.aManager()).get("/prometheus").expectProblem(401, "unauthenticated");
        http.as(TOKEN).get("/api/v1/admin/staff").expectProblem(401, "unauthenticated");
        http.as(TOKEN).get("/metrics").expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/prometheus/",
                "//prometheus",
                "/prometheus//",
                "/prometheus?token=" + TOKEN,
                "/prometheus/?",
                "/prometheus;a=b",
                "/./prometheus",
                "/%70rometheus",
                "/prometheus%2F"
            })
    void noOtherSpellingOfTheirAddressBypassesTheToken(String address) {
        assertThat(http.get(address).status()).isBetween(400, 499);
    }
}
