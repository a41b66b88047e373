package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

@TucaiTest
class SafeHeadersIT {
    private final Http http;
    private final People people;
    private final Journeys journeys;

    SafeHeadersIT(Http http, People people, Journeys journeys) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
    }

    @Test
    void answersAboutPeopleAreNeverCached() {
        Http.Reply account =
                http.as(people.aStudent()).get("/api/v1/student/account").expect(200);
        Http.Reply queue =
                http.as(people.aReviewer()).get("/api/v1/review/queue").expect(200);
        Http.Reply refused = http.get("/api/v1/student/screens/home").expect(401);

        assertThat(java.util.List.of(account, queue, refused)).allSatisfy(reply -> {
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'none'");
        });
    }

    @Test
    void picturesAreRevalidatedByStudentsAndNeverCachedByStaff() {
        Journeys.Walk walk = journeys.aStudentInReview();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        String photo = http.as(walk.token())
                .get("/api/v1/student/captures/" + walk.captureNo() + "/photos")
                .expect(200)
                .list()
                .getFirst()
                .get("no")
                .toString();

        Http.Reply own = http.as(walk.token())
                .get("/api/v1/student/captures/" + walk.captureNo() + "/photos/" + photo + "/picture")
                .expect(200);
        Http.Reply staffs = http.as(reviewer)
                .get("/api/v1/review/reviews/" + review + "/pictures/" + photo)
                .expect(200);

        assertThat(own.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(own.header("ETag")).isNotBlank();
        for (String known : java.util.List.of(
                own.header("ETag"), "W/" + own.header("ETag"), "\"other\", " + own.header("ETag"), "*")) {
            Http.Reply still = http.as(walk.token())
                    .get(
                            "/api/v1/student/captures/" + walk.captureNo() + "/photos/" + photo + "/picture",
                            "If-None-Match",
                            known)
                    .expect(304);
            // clients adopt the headers of a 304, and would otherwise discard their copy
            assertThat(still.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(still.header("ETag")).isEqualTo(own.header("ETag"));
        }
        assertThat(staffs.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theApiDocsPageRunsOnlyItsOwnScripts() {
        Http.Reply docs = http.get("/docs/").expect(200);

        assertThat(docs.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
    }
}
