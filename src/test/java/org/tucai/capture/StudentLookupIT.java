package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A manager finds the student on the phone. */
@TucaiTest
class StudentLookupIT {
    private static final String LOOKUPS = "/api/v1/admin/captures/lookups";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final Rows rows;

    StudentLookupIT(
            Http http, Journeys journeys, People people, CampaignFixtures campaigns, CodeFixtures codes, Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.rows = rows;
    }

    @Test
    void aStudentIsFoundByPhoneNumberAsTyped() {
        Walk walk = journeys.aBoundStudent("13912345678");
        journeys.aBoundStudent("13912345679");
        String account = http.as(walk.token()).get("/api/v1/student/account").at("no");
        Http manager = http.as(people.aManager());

        Http.Reply found =
                manager.post(LOOKUPS, Map.of("number", "+86 139-1234-5678")).expect(200);

        assertThat(found.<String>at("accountNo")).isEqualTo(account);
        assertThat(Http.column(found.at("captures"), "no")).containsExactly(walk.captureNo());
        assertThat(Http.column(
                        manager.get("/api/v1/admin/captures?accountNo=" + account)
                                .at("items"),
                        "no"))
                .containsExactly(walk.captureNo());
    }

    @Test
    void aStudentWithoutACaptureIsFoundByPhoneNumber() {
        String student = people.aStudent("13912345678");

        Http.Reply found = http.as(people.aManager())
                .post(LOOKUPS, Map.of("number", "13912345678"))
                .expect(200);

        assertThat(found.<String>at("accountNo"))
                .isEqualTo(http.as(student).get("/api/v1/student/account").at("no"));
        assertThat(found.<List<?>>at("captures")).isEmpty();
    }

    @Test
    void aStudentIsFoundByTheAuthoritysNumber() {
        School school = campaigns.aSchool();
        String student = people.aStudent();
        String code = codes.aCode(school);
        String number = http.as(student)
                .post("/api/v1/student/codes", Map.of("text", code))
                .expect(201)
                .at("studentUniqueNo");
        Walk former = journeys.bind(student, campaigns.anOpenCampaign(school, t -> {}), code);
        Walk walk = journeys.bind(student, campaigns.anOpenCampaign(school, t -> t.featureCode = "ZW26"), code);
        journeys.aBoundStudent();

        Http.Reply found = http.as(people.aManager())
                .post(LOOKUPS, Map.of("number", number))
                .expect(200);

        assertThat(Http.column(found.at("captures"), "no"))
                .as("the newest first")
                .containsExactly(walk.captureNo(), former.captureNo());
    }

    @Test
    void everyLookupIsAuditedWithoutWhatWasLookedFor() {
        Walk walk = journeys.aBoundStudent("13912345678");
        Http manager = http.as(people.aManager());

        manager.post(LOOKUPS, Map.of("number", "13912345678")).expect(200);
        manager.post(LOOKUPS, Map.of("number", "13900000000")).expectProblem(404, "not-found");

        assertThat(rows.texts("SELECT subject FROM audit_entry WHERE action = 'student-looked-up' ORDER BY id"))
                .containsExactly(walk.captureNo(), "nobody");
        assertThat(rows.texts("SELECT detail FROM audit_entry WHERE action = 'student-looked-up' ORDER BY id"))
                .containsExactly("captures: 1", "captures: 0");
    }

    @Test
    void onlyManagersLookStudentsUp() {
        http.as(people.aManager()).post(LOOKUPS, Map.of("number", " ")).expectProblem(422, "invalid-fields");
        http.as(people.aReviewer())
                .post(LOOKUPS, Map.of("number", "13912345678"))
                .expectProblem(403, "forbidden");
    }
}
