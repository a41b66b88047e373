package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
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
import org.tucai.testing.LogOf;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** One row whose personal data does not open any more, by bit rot or for want of a key, is named and keeps nobody from the others. */
@TucaiTest
class DamagedFactsIT {
    private final Http http;
    private final People people;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final MutableClock clock;
    private final DueJobs jobs;
    private final Rows rows;
    private School school;
    private Campaign campaign;
    private Walk damaged;
    private Walk whole;

    DamagedFactsIT(
            Http http,
            People people,
            Journeys journeys,
            CampaignFixtures campaigns,
            MutableClock clock,
            DueJobs jobs,
            Rows rows) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.clock = clock;
        this.jobs = jobs;
        this.rows = rows;
    }

    @BeforeEach
    void twoStudents() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
        damaged = journeys.aBoundStudent(school, campaign);
        whole = journeys.aBoundStudent(school, campaign);
        journeys.submit(damaged);
        journeys.submit(whole);
    }

    private void damage() {
        rows.change(
                "UPDATE capture SET facts_sealed = CONCAT(LEFT(facts_sealed, 40), REVERSE(SUBSTR(facts_sealed, 41)))"
                        + " WHERE no = '" + damaged.captureNo() + "'");
    }

    private void acceptBoth() {
        journeys.decide(damaged, "ACCEPT", List.of());
        clock.advance(Duration.ofMinutes(16)); // the other one was claimed with it
        journeys.decide(whole, "ACCEPT", List.of());
        damage();
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void onceADayTheyAreLookedForAndNamed() {
        try (LogOf log = LogOf.from(Level.WARN, "org.tucai.capture")) {
            jobs.runRecurring("find-unreadable-facts");
            assertThat(log.lines()).isEmpty();

            damage();
            jobs.runRecurring("find-unreadable-facts");

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("The facts of 1 captures cannot be read")
                    .endsWith("[" + damaged.captureNo() + "]");
        }
    }

    @Test
    void theReviewerJudgesThePhotoAndIsToldWhyThereAreNoFacts() {
        damage();
        String reviewer = people.aReviewer();
        String no = journeys.claim(reviewer, damaged);

        Http.Reply review =
                http.as(reviewer).get("/api/v1/review/reviews/" + no).expect(200);

        assertThat(review.<Object>at("facts")).isNull();
        assertThat(review.<Boolean>at("factsUnreadable")).isTrue();
    }

    @Test
    void theStudentsScreenAndTheManagersViewNameIt() {
        damage();
        Http student = http.as(damaged.token());
        Http manager = http.as(people.aManager());

        Http.Reply home = student.get("/api/v1/student/screens/home").expect(200);
        Http.Reply list = student.get("/api/v1/student/captures").expect(200);
        Http.Reply seen =
                manager.get("/api/v1/admin/captures/" + damaged.captureNo()).expect(200);
        Http.Reply other =
                manager.get("/api/v1/admin/captures/" + whole.captureNo()).expect(200);

        assertThat(home.<Boolean>at("cards.0.capture.factsUnreadable")).isTrue();
        assertThat(Http.column(list.list(), "factsUnreadable")).containsExactly(true);
        assertThat(seen.<Boolean>at("capture.factsUnreadable")).isTrue();
        assertThat(other.<Boolean>at("capture.factsUnreadable")).isFalse();
        assertThat(other.<Object>at("capture.facts")).isNotNull();
    }

    @Test
    void theSchoolsListAndArchiveHoldTheOthersAndNameIt() {
        acceptBoth();
        Http client = http.as(people.aSchoolClient(school.no()));

        Http.Reply list = client.get("/api/v1/school/students?list=DONE").expect(200);
        Map<String, String> files = pulled(client);

        assertThat(list.<List<Map<String, Object>>>at("items"))
                .extracting(s -> s.get("captureNo"), s -> s.get("factsUnreadable"), s -> s.get("level") == null)
                .containsExactlyInAnyOrder(
                        tuple(damaged.captureNo(), true, true), tuple(whole.captureNo(), false, false));
        assertThat(files).hasSize(2);
        assertThat(files.get("manifest.csv").lines().filter(line -> line.contains(damaged.captureNo())))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith(",unreadable,"));
        assertThat(files.get("manifest.csv").lines().filter(line -> line.contains(",ok,")))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(whole.captureNo()));
    }

    private static Map<String, String> pulled(Http client) {
        String archive = client.post(
                        "/api/v1/school/deliveries", Map.of("names", "STUDENT_UNIQUE_NO", "folders", "NONE"))
                .expect(201)
                .at("archiveUrl");
        return files(client.get(archive));
    }

    private static Map<String, String> files(Http.Reply archive) {
        Map<String, String> texts = new LinkedHashMap<>();
        archive.expect(200)
                .unzipped()
                .forEach((name, file) -> texts.put(name, new String(file, StandardCharsets.UTF_8)));
        return texts;
    }

    @Test
    void theProofreadingSheetListsTheOthersAndCountsIt() {
        acceptBoth();
        Http client = http.as(people.aSchoolClient(school.no()));
        String sheet = "/api/v1/school/campaigns/" + campaign.no() + "/proofreading-sheet";

        String page = client.get(sheet).expect(200).text();
        Http student = http.as(people.again(damaged.token()));
        Object proofreading = student.get("/api/v1/student/proofreadings")
                .expect(200)
                .list()
                .getFirst()
                .get("no");
        Http.Reply check =
                student.get("/api/v1/student/proofreadings/" + proofreading).expect(200);

        assertThat(page).contains("另有 1 人的信息因数据损坏").doesNotContain("已按规定删除");
        assertThat(client.get(sheet + ".csv").expect(200).text().lines()).hasSize(2);
        assertThat(check.<Boolean>at("factsUnreadable")).isTrue();
    }

    @Test
    void itsPackageWaitsForARepairAndTheManagerReadsWhy() {
        acceptBoth();
        String packageNo = rows.texts("SELECT no FROM photo_package WHERE capture_no = ?", damaged.captureNo())
                .getFirst();

        jobs.runDue();

        Http.Reply waiting = http.as(people.aManager())
                .get("/api/v1/admin/packages/" + packageNo)
                .expect(200);
        assertThat(waiting.<String>at("status")).isEqualTo("WAITING");
        assertThat(waiting.text()).contains("details are damaged or their key is missing");
    }

    @Test
    void oneDamagedMessageDoesNotEmptyTheInbox() {
        journeys.decide(whole, "REJECT", List.of("blur"));
        Http student = http.as(whole.token());
        String newest = student.get("/api/v1/student/messages").expect(200).at("items.0.no");
        rows.change("UPDATE message SET content = REVERSE(content) WHERE no = '" + newest + "'");

        Http.Reply inbox = student.get("/api/v1/student/messages").expect(200);

        assertThat(inbox.<String>at("items.0.body")).isEqualTo("这条消息的内容已损坏，无法显示。");
        assertThat(inbox.<String>at("items.1.body")).isNotEmpty().doesNotContain("损坏");
    }

    @Test
    void theStudentsCopyHasEverythingElseAndSaysWhatIsMissing() {
        damage();
        String folder = "captures/" + damaged.captureNo() + "/";

        Map<String, String> copy = files(http.as(damaged.token()).get("/api/v1/student/account/copy"));

        assertThat(copy)
                .containsKeys("account.json", folder + "orders.json", folder + "photos.json")
                .doesNotContainKey(folder + "capture.json");
        assertThat(copy.get("说明.txt")).contains("- " + folder + "capture.json");
    }
}
