package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** What a manager sees of captures. */
@TucaiTest
class AdminCaptureIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;

    AdminCaptureIT(Http http, Journeys journeys, People people) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
    }

    @Test
    void dailyFiguresAndCountsMatchWhatHappened() {
        Walk accepted = journeys.aStudentInReview();
        http.as(accepted.token())
                .post("/api/v1/student/captures/" + accepted.captureNo() + "/withdrawals", null)
                .expect(200);
        journeys.submit(accepted);
        journeys.decide(accepted, "ACCEPT", List.of());
        journeys.aBoundStudent();
        Http manager = http.as(people.aManager());

        List<Map<String, Object>> days = manager.get("/api/v1/admin/capture-figures?from=2026-01-17&to=2026-04-20")
                .expect(200)
                .list();

        assertThat(days).hasSize(94); // more than are read at once
        assertThat(days.get(92)).containsEntry("moved", Map.of());
        assertThat(days.get(93).get("moved").toString()).contains("BOUND=2", "IN_REVIEW=1", "ACCEPTED=1");
        String campaignNo = accepted.campaign().no();
        Http.Reply ofItsCampaign =
                manager.get("/api/v1/admin/capture-figures?from=2026-04-20&to=2026-04-20&campaignNo=" + campaignNo);
        assertThat(ofItsCampaign.expect(200).list().getFirst().get("moved").toString())
                .contains("BOUND=1", "IN_REVIEW=1", "ACCEPTED=1");
        String own = "/api/v1/admin/capture-counts?campaignNo=" + campaignNo;
        assertThat(manager.get(own).list().getFirst().get("counts")).isEqualTo(Map.of("ACCEPTED", 1));
        Http.Reply backwards = manager.get("/api/v1/admin/capture-figures?from=2026-04-20&to=2026-04-19")
                .expectPlainProblem(422, "invalid-fields");
        assertThat(backwards.<String>at("errors.0.pointer")).isEqualTo("?to");
    }

    @Test
    void figuresAreForAtMost366Days() {
        Http manager = http.as(people.aManager());
        for (String figures : List.of("capture-figures", "money/days")) {
            String from2024 = "/api/v1/admin/" + figures + "?from=2024-01-01&to=";

            assertThat(manager.get(from2024 + "2024-12-31").expect(200).list()).hasSize(366);
            manager.get(from2024 + "2025-01-01").expectProblem(422, "invalid-fields");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"capture-figures", "money/days", "review-figures"})
    void figuresForImpossibleOrTooManyDaysAreRefused(String figures) {
        Http manager = http.as(people.aManager());
        String of = "/api/v1/admin/" + figures + "?from=";

        for (String days : List.of(
                "%2B999999999-12-31&to=%2B999999999-12-31",
                "-999999999-01-01&to=-999999999-01-01",
                "1999-12-31&to=2000-01-01",
                "2999-12-31&to=3000-01-01",
                "2026-04-20&to=2026-04-19",
                "2024-01-01&to=2025-01-01")) {
            manager.get(of + days).expectProblem(422, "invalid-fields");
        }
        manager.get(of + "2024-01-01&to=2024-12-31").expect(200);
    }

    @Test
    void aManagerOpensTheCurrentPictureOfACaptureAndEachLookIsAudited() {
        Walk walk = journeys.anAcceptedStudent();
        Http student = http.as(walk.token());
        String path = "/api/v1/admin/captures/" + walk.captureNo();
        Http manager = http.as(people.aManager());
        String own = student.get("/api/v1/student/screens/home").at("cards.0.pictureUrl");

        String url = manager.get(path).expect(200).at("pictureUrl");
        Http.Reply picture = manager.get(url).expect(200);

        assertThat(picture.body())
                .isEqualTo(student.get(own.substring(0, own.indexOf('?'))).body());
        Http.Reply looks = manager.get("/api/v1/admin/audit-entries?action=picture-opened");
        assertThat(looks.<String>at("items.0.subject")).isEqualTo(walk.captureNo());
        http.as(people.aReviewer()).get(url).expectProblem(403, "forbidden");
    }

    @Test
    void aCaptureWithoutACurrentPhotoHasNoPictureForAManager() {
        String path = "/api/v1/admin/captures/" + journeys.aBoundStudent().captureNo();
        Http manager = http.as(people.aManager());

        assertThat(manager.get(path).expect(200).<String>at("pictureUrl")).isNull();
        manager.get(path + "/picture").expectProblem(404, "not-found");
    }

    @Test
    void aLookIntoACaptureShowsItsStepsAndIsAudited() {
        Walk walk = journeys.anAcceptedStudent();
        Http manager = http.as(people.aManager());
        Http.Reply list = manager.get("/api/v1/admin/captures?status=ACCEPTED").expect(200);
        assertThat(list.<String>at("items.0.no")).isEqualTo(walk.captureNo());
        assertThat(list.text()).doesNotContain("张");

        Http.Reply seen =
                manager.get("/api/v1/admin/captures/" + walk.captureNo()).expect(200);

        assertThat(seen.<String>at("steps.0.status")).isEqualTo("BOUND");
        assertThat(manager.get("/api/v1/admin/audit-entries?action=capture-opened")
                        .<String>at("items.0.subject"))
                .isEqualTo(walk.captureNo());
        http.as(people.aReviewer())
                .get("/api/v1/admin/captures/" + walk.captureNo())
                .expectProblem(403, "forbidden");
    }
}
