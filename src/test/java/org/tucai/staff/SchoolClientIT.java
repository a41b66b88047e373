package org.tucai.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

@TucaiTest
class SchoolClientIT {
    private static final String CLIENTS = "/api/v1/admin/school-clients";

    private final Http http;
    private final People people;
    private final SchoolClients schools;
    private final CampaignFixtures campaigns;
    private final MutableClock clock;
    private final Rows rows;

    SchoolClientIT(
            Http http,
            People people,
            SchoolClients schools,
            CampaignFixtures campaigns,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.people = people;
        this.schools = schools;
        this.campaigns = campaigns;
        this.clock = clock;
        this.rows = rows;
    }

    @Test
    void aSchoolsClientReachesItsSchoolOnly() {
        String manager = people.aManager();
        String school = campaigns.aSchool().no();
        Http.Reply made = http.as(manager)
                .post("/api/v1/admin/school-clients", Map.of("schoolNo", school, "name", "教务系统"))
                .expect(201);
        String no = made.at("client.no");

        Http.Reply token = http.post("/api/v1/school/tokens", Map.of("clientNo", no, "clientSecret", made.at("secret")))
                .expect(200);

        assertThat(token.<Object>at("refreshToken")).isNull();
        assertThat(schools.schoolNoOf(new Actor(Role.SCHOOL, no))).isEqualTo(school);
        assertThatThrownBy(() -> schools.schoolNoOf(new Actor(Role.MANAGER, no)))
                .isInstanceOf(ProblemException.class);
        http.post("/api/v1/school/tokens", Map.of("clientNo", no, "clientSecret", "tcs_wrong"))
                .expectProblem(401, "wrong-credentials");
        http.as(manager)
                .post("/api/v1/admin/school-clients/" + no + "/disablings", null)
                .expect(200);
        http.as(token.at("accessToken")).get("/api/v1/sessions").expect(401);
        http.post("/api/v1/school/tokens", Map.of("clientNo", no, "clientSecret", made.at("secret")))
                .expectProblem(401, "wrong-credentials");
        String client = "/api/v1/admin/school-clients/" + no;
        http.as(manager).post(client + "/disablings", null).expectPlainProblem(409, "already-disabled");
        http.as(manager).post(client + "/enablings", null).expect(200);
        http.as(manager).post(client + "/enablings", null).expectPlainProblem(409, "already-active");
        http.post("/api/v1/school/tokens", Map.of("clientNo", no, "clientSecret", made.at("secret")))
                .expect(200);
    }

    /** A program may request a token for every call: ending a week of them one by one would keep a leaked secret alive meanwhile. */
    @Test
    void onlySessionsThatHaveNotExpiredAreEndedWithTheSecret() {
        Http manager = http.as(people.aManager());
        Http.Reply made = manager.post(
                        "/api/v1/admin/school-clients",
                        Map.of("schoolNo", campaigns.aSchool().no(), "name", "教务系统"))
                .expect(201);
        String client = made.at("client.no");
        Map<String, Object> secret = Map.of("clientNo", client, "clientSecret", made.at("secret"));
        String over = http.post("/api/v1/school/tokens", secret).expect(200).at("sessionNo");
        clock.advance(Duration.ofMinutes(21));
        Http.Reply live = http.post("/api/v1/school/tokens", secret).expect(200);

        http.as(people.aManager())
                .post("/api/v1/admin/school-clients/" + client + "/secret-rotations", Map.of("overlapHours", 0))
                .expect(200);

        http.as(live.at("accessToken")).get("/api/v1/sessions").expect(401);
        assertThat(rows.texts("SELECT no FROM login_session WHERE subject = '" + client + "' AND ended_at IS NULL"))
                .containsExactly(over);
    }

    @Test
    void clientsAreListedWithTheirSchoolAndByItsNumberTheirStateAndAPartOfTheirName() {
        Http manager = http.as(people.aManager());
        School school = campaigns.aSchool();
        String registry = created(manager, school, "教务系统");
        String archive = created(manager, school, "Archive 1");
        String elsewhere = created(manager, campaigns.aSchool(), "教务系统");
        manager.post(CLIENTS + "/" + archive + "/disablings", null).expect(200);

        assertThat(listed(manager, "?schoolNo=" + school.no())).containsExactlyInAnyOrder(registry, archive);
        assertThat(listed(manager, "?active=true")).containsExactlyInAnyOrder(registry, elsewhere);
        assertThat(listed(manager, "?active=false")).containsExactly(archive);
        assertThat(listed(manager, "?search=%20archive")).containsExactly(archive);
        assertThat(listed(manager, "?search=%E6%95%99%E5%8A%A1&schoolNo=" + school.no()))
                .containsExactly(registry);
        assertThat(listed(manager, "?active=true&search=archive")).isEmpty();
        assertThat(manager.get(CLIENTS + "?active=false").<String>at("items.0.schoolName"))
                .isEqualTo(school.name());
        assertThat(manager.get(CLIENTS + "/" + registry).expect(200).<String>at("schoolName"))
                .isEqualTo(school.name());
        Http.Reply first = manager.get(CLIENTS + "?limit=1&active=true").expect(200);
        manager.get(CLIENTS + "?limit=1&active=false&cursor=" + first.at("next"))
                .expectProblem(422, "invalid-fields");
    }

    private static String created(Http manager, School school, String name) {
        return manager.post(CLIENTS, Map.of("schoolNo", school.no(), "name", name))
                .expect(201)
                .at("client.no");
    }

    private static List<Object> listed(Http manager, String filters) {
        return Http.column(manager.get(CLIENTS + filters).expect(200).at("items"), "no");
    }

    @Test
    void aClientOfAnUnknownSchoolIsRefused() {
        Http manager = http.as(people.aManager());

        manager.post("/api/v1/admin/school-clients", Map.of("schoolNo", "sch_0000000000000000000A", "name", "教务系统"))
                .expectProblem(404, "not-found");

        assertThat(manager.get("/api/v1/admin/school-clients").<List<?>>at("items"))
                .isEmpty();
    }

    @Test
    void aRotatedSecretStaysValidForTheRequestedOverlap() {
        String manager = people.aManager();
        Http.Reply made = http.as(manager)
                .post(
                        "/api/v1/admin/school-clients",
                        Map.of("schoolNo", campaigns.aSchool().no(), "name", "教务系统"));
        String no = made.at("client.no");
        String path = "/api/v1/admin/school-clients/" + no + "/secret-rotations";

        String before = token(no, made.at("secret"));
        String second = http.as(manager)
                .post(path, Map.of("overlapHours", 1))
                .expect(200)
                .at("secret");

        assertThat(client(manager, no).<String>at("formerSecretUntil")).isNotNull();
        http.as(before).get("/api/v1/school/disputes").expect(200);
        assertThat(schoolSignIn(no, made.at("secret"))).isEqualTo(200);
        assertThat(schoolSignIn(no, second)).isEqualTo(200);
        clock.advance(Duration.ofHours(1));
        assertThat(schoolSignIn(no, made.at("secret"))).isEqualTo(401);
        String held = token(no, second);
        http.as(held).get("/api/v1/school/disputes").expect(200);
        String again = people.again(manager);
        assertThat(client(again, no).<String>at("formerSecretUntil")).isNull();
        http.as(again).post(path, Map.of("overlapHours", 0)).expect(200);
        assertThat(schoolSignIn(no, second)).isEqualTo(401);
        http.as(held).get("/api/v1/school/disputes").expectProblem(401, "unauthenticated");
    }

    private Http.Reply client(String manager, String no) {
        return http.as(manager).get("/api/v1/admin/school-clients/" + no).expect(200);
    }

    private String token(String no, String secret) {
        return http.post("/api/v1/school/tokens", Map.of("clientNo", no, "clientSecret", secret))
                .at("accessToken");
    }

    private int schoolSignIn(String no, String secret) {
        return http.post("/api/v1/school/tokens", Map.of("clientNo", no, "clientSecret", secret))
                .status();
    }

    @Test
    void aClientThatIsBeingDisabledDoesNotSignIn(
            SchoolClientService clients, CampaignFixtures campaigns, HeldTransaction held) {
        ClientSecret secret = ClientSecret.make();
        String no = clients.create(campaigns.aSchool().no(), "test", secret, CampaignFixtures.MANAGER);

        held.of(
                () -> clients.disable(no, CampaignFixtures.MANAGER),
                () -> assertThat(clients.signIn(no, secret, "-")).isEmpty());
    }
}
