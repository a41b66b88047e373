package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/**
 * Every list read one item at a time is the same as the list read at once, even where entries were created at the same instant; and the
 * whole list takes no more statements than one item of it.
 */
@TucaiTest
class ListPagesIT {
    private static final int OF_EACH = 3;
    private static final int RUNS = 4;

    /** After this time a feed relies on nothing earlier being committed any more. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Http http;
    private final People people;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final TestAuthority authority;
    private final MutableClock clock;
    private final Rows rows;

    ListPagesIT(
            Http http,
            People people,
            Journeys journeys,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            TestAuthority authority,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.codes = codes;
        this.authority = authority;
        this.clock = clock;
        this.rows = rows;
    }

    @Test
    void staffCampaignsAndSchoolClientsReadTheSameByPages() {
        String manager = people.aManager();
        for (int i = 0; i < OF_EACH; i++) {
            School school = campaigns.aSchool();
            people.aReviewer();
            campaigns.anOpenCampaign(school, t -> {});
            http.as(manager)
                    .post("/api/v1/admin/school-clients", Map.of("name", "教务系统", "schoolNo", school.no()))
                    .expect(201);
        }

        assertReadsTheSameByPages(manager, "/api/v1/admin/staff");
        assertReadsTheSameByPages(manager, "/api/v1/admin/campaigns");
        assertReadsTheSameByPages(manager, "/api/v1/admin/school-clients");
        assertReadsTheSameByPages(manager, "/api/v1/admin/schools");
    }

    @Test
    void capturesOrdersPaymentsRefundsAndPackagesReadTheSameByPages() {
        authority.start();
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        for (int i = 0; i < OF_EACH; i++) {
            Journeys.Walk kept = submitted(school, campaign);
            journeys.pay(kept);
            journeys.decide(kept, "ACCEPT", List.of());
            Journeys.Walk givenBack = submitted(school, campaign);
            journeys.pay(givenBack);
            journeys.decide(givenBack, "REJECT", List.of("blur"));
        }

        for (String time : List.of(
                "capture SET created_at",
                "purchase_order SET placed_at",
                "payment SET created_at",
                "refund SET requested_at",
                "print_shipment SET created_at",
                "photo_package SET created_at",
                "proofreading SET opened_at")) {
            rows.change("UPDATE " + time + " = '2026-04-20 02:00:00' + INTERVAL id % 2 SECOND");
        }
        String manager = people.aManager();
        for (String list : List.of(
                "captures",
                "captures?status=REJECTED",
                "orders",
                "payments",
                "refunds",
                "shipments",
                "packages",
                "proofreadings",
                "proofreadings?status=OPEN",
                "audit-entries")) {
            assertReadsTheSameByPages(manager, "/api/v1/admin/" + list);
        }
        clock.advance(SETTLED);
        assertReadsTheSameByPages(people.aSchoolClient(school.no()), "/api/v1/school/students?list=DONE");
    }

    @Test
    void conclusionsAndDisputesReadTheSameByPages() {
        authority.start();
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
        String client = people.aSchoolClient(school.no());
        List<Journeys.Walk> accepted = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            Journeys.Walk walk = journeys.aBoundStudent(school, campaign);
            journeys.submit(walk);
            journeys.decide(walk, "ACCEPT", List.of());
            accepted.add(walk);
        }
        clock.advance(SETTLED);
        String delivery = http.as(client)
                .post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"))
                .expect(201)
                .at("no");
        http.as(client)
                .get("/api/v1/school/deliveries/" + delivery + "/archive")
                .expect(200);
        for (Journeys.Walk walk : accepted) {
            http.as(client)
                    .post("/api/v1/school/disputes", Map.of("captureNo", walk.captureNo(), "words", "照片与本人不符"))
                    .expect(201);
        }
        authority.conclude("同一人");

        String manager = people.aManager();
        assertReadsTheSameByPages(manager, "/api/v1/admin/conclusions");
        assertReadsTheSameByPages(manager, "/api/v1/admin/disputes");
        assertReadsTheSameByPages(client, "/api/v1/school/disputes");
    }

    @Test
    void deliveriesReadTheSameByPages() {
        School school = campaigns.aSchool();
        Journeys.Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.feeMinor = 0));
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        clock.advance(SETTLED);
        String client = people.aSchoolClient(school.no());
        for (int i = 0; i < OF_EACH; i++) {
            http.as(client)
                    .post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"))
                    .expect(201);
        }

        assertReadsTheSameByPages(client, "/api/v1/school/deliveries");
    }

    private Journeys.Walk submitted(School school, Campaign campaign) {
        Journeys.Walk walk = journeys.aBoundStudent(school, campaign);
        journeys.submit(walk);
        Http student = http.as(walk.token());
        String order = journeys.orderOf(walk);
        student.put("/api/v1/student/orders/" + order + "/prints", Journeys.prints(1))
                .expect(200);
        return walk;
    }

    @Test
    void locksReadTheSameByPages() {
        School school = campaigns.aSchool();
        for (int i = 0; i < OF_EACH; i++) {
            Http student = http.as(people.aStudent());
            String codeNo = student.post("/api/v1/student/codes", Map.of("text", codes.aCode(school)))
                    .expect(201)
                    .at("no");
            for (int tries = 0; tries < 5; tries++) {
                student.post("/api/v1/student/codes/" + codeNo + "/confirmations", Map.of("lastFour", "0000"));
            }
        }

        assertReadsTheSameByPages(people.aManager(), "/api/v1/admin/last-four-locks");
    }

    @Test
    void aCursorIsValidOnlyForTheListAndTheFiltersThatIssuedIt() {
        School school = campaigns.aSchool();
        for (int i = 0; i < OF_EACH; i++) {
            String code = "cu" + i + "r";
            campaigns.anOpenCampaign(school, t -> t.featureCode = code);
        }
        Http manager = http.as(people.aManager());
        String list = "/api/v1/admin/campaigns?schoolNo=" + school.no();
        String next = manager.get(list + "&limit=1").expect(200).at("next");

        for (String other : List.of(
                list + "&status=OPEN&cursor=", "/api/v1/admin/campaigns?cursor=", "/api/v1/admin/orders?cursor=")) {
            Http.Reply refused = manager.get(other + next);
            refused.expectPlainProblem(422, "invalid-fields");
            assertThat(refused.<String>at("errors.0.pointer")).isEqualTo("?cursor");
        }
        manager.get(list + "&limit=2&cursor=" + next).expect(200);
        String ofTwo = manager.get(list + "&status=OPEN&limit=1").expect(200).at("next");
        manager.get("/api/v1/admin/campaigns?status=OPEN&cursor=" + ofTwo + "&schoolNo=" + school.no())
                .expect(200);
        String givenByAnEarlierVersion = next.substring(0, next.indexOf('.'));
        manager.get(list + "&cursor=" + givenByAnEarlierVersion).expect(200);
    }

    /** Their pages have an entity tag too, computed from their content. */
    @Test
    void aCursorOfOneStudentListIsRefusedByAnother() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        String token = people.aStudent();
        for (int i = 0; i < OF_EACH; i++) {
            journeys.bind(token, campaign, codes.aCode(school));
        }
        Http student = http.as(token);

        String next = student.get("/api/v1/student/orders?limit=1").expect(200).at("next");

        student.get("/api/v1/student/orders?cursor=" + next).expect(200);
        student.get("/api/v1/student/messages?cursor=" + next).expectPlainProblem(422, "invalid-fields");
    }

    private void assertReadsTheSameByPages(String token, String path) {
        String query = path.contains("?") ? "&" : "?";
        List<Map<String, Object>> whole =
                http.as(token).get(path + query + "limit=100").expect(200).at("items");
        List<Map<String, Object>> oneByOne = new ArrayList<>();
        String next = "";
        do {
            Http.Reply page =
                    http.as(token).get(path + query + "limit=1" + next).expect(200);
            oneByOne.addAll(page.<List<Map<String, Object>>>at("items"));
            String after = page.at("next");
            next = after == null || page.<List<?>>at("items").isEmpty() ? "" : "&cursor=" + after;
        } while (!next.isEmpty() && oneByOne.size() <= whole.size());

        assertThat(whole).as(path).hasSizeGreaterThanOrEqualTo(OF_EACH).doesNotHaveDuplicates();
        assertThat(oneByOne).as(path).isEqualTo(whole);
        assertThat(statements(token, path + query + "limit=100"))
                .as("statements for the whole of " + path)
                .isLessThanOrEqualTo(statements(token, path + query + "limit=1"));
    }

    /** The minimum of some runs, which is free of the server's own statements in between. */
    private long statements(String token, String path) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = rows.statements();
            http.as(token).get(path).expect(200);
            least = Math.min(least, rows.statements() - before - 1);
        }
        return least;
    }
}
