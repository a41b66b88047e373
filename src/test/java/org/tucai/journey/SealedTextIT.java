package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/** What reviewers, managers, schools and the authority write about a student may name the student: the database holds it sealed. */
@TucaiTest
class SealedTextIT {
    private static final String ADMIN = "/api/v1/admin/";
    private static final String REVIEWER = "张小明左耳后有痣";
    private static final String AUTHORITY = "张小明的照片有反光";
    private static final String MANAGER = "已与张小明的户口簿核对";
    private static final String SCHOOL = "像张小明的双胞胎妹妹";
    private static final String ANSWER = "已请张小明的班主任核实";
    private static final String TRACKING = "SF1357924680";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final TestAuthority authority;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private Walk walk;
    private Http student;
    private Http manager;
    private Http client;

    SealedTextIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            TestAuthority authority,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.authority = authority;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aStudent() {
        authority.start();
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.fourEyes = true);
        walk = journeys.aBoundStudent(school, campaign);
        student = http.as(walk.token());
        manager = http.as(people.aManager());
        client = http.as(people.aSchoolClient(school.no()));
    }

    @Test
    void wordsAreReadByPeopleAndNotInTheDatabase() {
        theReviewersDisagree();
        assertThat(rejection()).isEqualTo(REVIEWER);
        theAuthorityReturnsThePhoto();
        assertThat(rejection()).isEqualTo(AUTHORITY);
        theStudentReportsAnErrorAndGetsPrints();
        theSchoolDisputes();

        assertThat(manager.get(ADMIN + "packages").text()).contains(AUTHORITY);
        assertThat(student.get("/api/v1/student/proofreadings").text()).contains(MANAGER);
        assertThat(manager.get(ADMIN + "shipments").text()).contains(TRACKING);
        assertThat(client.get("/api/v1/school/disputes").text()).contains(SCHOOL, ANSWER);
        assertThat(String.join("\n", rows.everything()))
                .doesNotContain(REVIEWER, AUTHORITY, MANAGER, SCHOOL, ANSWER, TRACKING)
                .as("reports measure the face")
                .doesNotContain("eyes-open");
    }

    @Test
    void wordsStoredBeforeTheyWereSealedAreStillRead() {
        accepted();
        theSchoolDisputes();
        rows.change("UPDATE dispute SET words = '以前的意见'");

        assertThat(client.get("/api/v1/school/disputes").text()).contains("以前的意见", ANSWER);
    }

    @Test
    void wordsThatDoNotOpenKeepNobodyFromTheOthers() {
        accepted();
        theSchoolDisputes();
        rows.change("UPDATE dispute SET words = CONCAT(LEFT(words, 40), 'AAAA', SUBSTRING(words, 45))");

        Http.Reply disputes = client.get("/api/v1/school/disputes").expect(200);
        assertThat(disputes.<String>at("items.0.words")).isNull();
        assertThat(disputes.<String>at("items.0.answer")).isEqualTo(ANSWER);
    }

    /** The first look accepts, the second rejects, and a manager agrees with the second. */
    private void theReviewersDisagree() {
        submitted();
        decide(people.aReviewer(), Map.of("decision", "ACCEPT"));
        Map<String, Object> no = Map.of("decision", "REJECT", "reasons", List.of("headwear"), "note", REVIEWER);
        decide(people.aReviewer(), no);
        decide(people.aManager(), no);
    }

    private void theAuthorityReturnsThePhoto() {
        authority.post("/returns", Map.of("reason", AUTHORITY));
        accepted();
    }

    private void accepted() {
        submitted();
        decide(people.aReviewer(), Map.of("decision", "ACCEPT"));
        decide(people.aReviewer(), Map.of("decision", "ACCEPT"));
        jobs.runDue();
    }

    private void submitted() {
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        boolean paid = rows.number("SELECT COUNT(*) FROM purchase_order WHERE status = 'PAID'") > 0;
        Map<String, Object> body =
                paid ? Map.of("photoNo", photo) : Map.of("photoNo", photo, "prints", Journeys.prints(1));
        student.post("/api/v1/student/captures/" + walk.captureNo() + "/submissions", body)
                .expect(200);
        if (!paid) {
            journeys.pay(walk);
        }
    }

    private void decide(String reviewer, Map<String, Object> decision) {
        String no = journeys.claim(reviewer, walk);
        http.as(reviewer)
                .post("/api/v1/review/reviews/" + no + "/decisions", decision)
                .expect(200);
        clock.advance(Duration.ofSeconds(11));
        jobs.runDue();
    }

    private String rejection() {
        return student.get("/api/v1/student/captures/" + walk.captureNo())
                .expect(200)
                .at("rejection.note");
    }

    private void theStudentReportsAnErrorAndGetsPrints() {
        accepted();
        String check =
                rows.texts("SELECT no FROM proofreading WHERE status = 'OPEN'").getFirst();
        String answers = "/api/v1/student/proofreadings/" + check;
        student.post(answers + "/answers", Map.of("answer", "WRONG")).expect(201);
        student.post(answers + "/confirmations", Map.of("answer", "WRONG", "reason", "NAME"))
                .expect(201);
        manager.post(
                        ADMIN + "proofreadings/" + check + "/resolutions",
                        Map.of("resolution", "UNFOUNDED", "note", MANAGER))
                .expect(201);
        String prints = rows.texts("SELECT no FROM print_shipment WHERE status = 'WAITING'")
                .getFirst();
        manager.post(ADMIN + "shipments/" + prints + "/dispatches", Map.of("carrier", "顺丰", "trackingNo", TRACKING))
                .expect(200);
        jobs.runDue();
    }

    private void theSchoolDisputes() {
        clock.advance(Duration.ofMinutes(1));
        String archive = client.post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"))
                .expect(201)
                .at("archiveUrl");
        client.get(archive).expect(200);
        String no = client.post("/api/v1/school/disputes", Map.of("captureNo", walk.captureNo(), "words", SCHOOL))
                .expect(201)
                .at("no");
        manager.post(ADMIN + "disputes/" + no + "/resolutions", Map.of("answer", ANSWER))
                .expect(201);
    }
}
