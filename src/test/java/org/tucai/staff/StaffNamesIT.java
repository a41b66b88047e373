package org.tucai.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** What managers and reviewers read names staff, schools and campaigns beside their numbers. */
@TucaiTest
class StaffNamesIT {
    private static final String ADMIN = "/api/v1/admin/";

    private final Http http;
    private final People people;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final Rows rows;

    StaffNamesIT(Http http, People people, Journeys journeys, CampaignFixtures campaigns, Rows rows) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.rows = rows;
    }

    @Test
    void aReviewerWhoHasLeftIsNamedInTheFiguresTheHistoryAndTheAuditTrail() {
        Journeys.Walk walk = journeys.aStudentInReview();
        journeys.decide(walk, "ACCEPT", List.of());
        Http manager = http.as(people.aManager());
        String reviewerNo = (String) manager.get(ADMIN + "review-figures?from=2026-04-20&to=2026-04-20")
                .expect(200)
                .list()
                .getFirst()
                .get("reviewerNo");
        Http.Reply reviewer = manager.get(ADMIN + "staff/" + reviewerNo).expect(200);
        manager.patch(ADMIN + "staff/" + reviewerNo, Map.of("displayName", "王老师"), "If-Match", reviewer.header("ETag"))
                .expect(200);
        manager.post(ADMIN + "staff/" + reviewerNo + "/disablings", null).expect(200);

        Http.Reply figures = manager.get(ADMIN + "review-figures?from=2026-04-20&to=2026-04-20")
                .expect(200);
        Http.Reply history = manager.get(ADMIN + "captures/" + walk.captureNo()).expect(200);
        Http.Reply trail =
                manager.get(ADMIN + "audit-entries?actor=" + reviewerNo).expect(200);
        Http.Reply disabled =
                manager.get(ADMIN + "audit-entries?action=staff-disabled").expect(200);

        assertThat(Http.column(figures.list(), "reviewerName")).containsExactly("王老师");
        assertThat(Http.column(history.at("steps"), "actorName"))
                .contains("王老师")
                .contains((Object) null);
        assertThat(Http.column(trail.at("items"), "actorName")).isNotEmpty().containsOnly("王老师");
        assertThat(disabled.<String>at("items.0.subjectName")).isEqualTo("王老师");
        assertThat(disabled.<String>at("items.0.actorName")).startsWith("manager");
    }

    @Test
    void aSchoolsClientIsNamedButNoStudentIs() {
        Journeys.Walk walk = journeys.aBoundStudent();
        String schoolNo = campaigns.aSchool().no();
        people.aSchoolClient(schoolNo);
        Http manager = http.as(people.aManager());

        Http.Reply client = manager.get(ADMIN + "audit-entries?action=school-client-created")
                .expect(200);
        Http.Reply student =
                manager.get(ADMIN + "audit-entries?subject=" + walk.captureNo()).expect(200);

        assertThat(client.<String>at("items.0.subjectName")).isEqualTo("test");
        assertThat(Http.column(student.at("items"), "actor").toString()).contains("STUDENT:acc_");
        assertThat(Http.column(student.at("items"), "actorName")).containsOnlyNulls();
    }

    @Test
    void campaignsOfTheSameNameAreToldApartByTheirSchool() {
        Journeys.Walk one = journeys.aStudentInReview();
        Journeys.Walk two = journeys.aStudentInReview();
        Http manager = http.as(people.aManager());
        List<String> schoolNames = Stream.of(one, two)
                .map(walk -> walk.campaign().no())
                .map(no -> manager.get(ADMIN + "campaigns/" + no).expect(200).<String>at("school.name"))
                .toList();

        Http.Reply queue = manager.get("/api/v1/review/queue").expect(200);
        Http.Reply counts = manager.get(ADMIN + "capture-counts").expect(200);

        assertThat(Http.column(queue.at("lines"), "campaignName").stream().distinct())
                .hasSize(1);
        assertThat(Http.column(queue.at("lines"), "schoolName")).hasSameElementsAs(schoolNames);
        assertThat(Http.column(counts.list(), "schoolName")).hasSameElementsAs(schoolNames);
        assertThat(Http.column(counts.list(), "campaignName"))
                .containsOnly(one.campaign().name());
    }

    @Test
    void aLongPageIsNamedInOneQuery() {
        Http manager = http.as(people.aManager());
        people.aReviewer();
        long few = statementsOf(manager);

        for (int i = 0; i < 10; i++) {
            people.aReviewer();
        }

        assertThat(statementsOf(manager)).isEqualTo(few);
    }

    private long statementsOf(Http manager) {
        manager.get(ADMIN + "audit-entries?action=staff-created").expect(200); // the first one prepares its statements
        long before = rows.statements();
        manager.get(ADMIN + "audit-entries?action=staff-created").expect(200);
        return rows.statements() - before;
    }
}
