package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** What an attacker with an account of their own may try. */
@TucaiTest
class AttackIT {
    private static final String STUDENT = "/api/v1/student/";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final MutableClock clock;
    private final Rows rows;

    AttackIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.clock = clock;
        this.rows = rows;
    }

    @Test
    void guessedAndTamperedTicketsGiveNoAccess() {
        Walk walk = journeys.aBoundStudent();
        String url = journeys.ticket(walk);
        String number = url.substring(url.lastIndexOf('/') + 1, url.indexOf('.'));
        String signature = url.substring(url.indexOf('.') + 1);
        String uploads = STUDENT + "uploads/";
        List<String> guesses = List.of(
                number,
                number + ".",
                number + "." + flipped(signature),
                number + "." + signature + "A",
                number + "." + signature.substring(1),
                "tkt_00000000000000000000." + signature,
                number.toUpperCase(java.util.Locale.ROOT) + "." + signature,
                "%2e%2e%2fcaptures",
                "." + signature,
                "x".repeat(3000));

        for (String guess : guesses) {
            journeys.upload(walk, uploads + guess, journeys.aPortrait()).expectPlainProblem(404, "ticket-invalid");
        }
        Walk thief = new Walk(people.aStudent(), walk.campaign(), walk.captureNo());
        journeys.upload(thief, url, journeys.aPortrait()).expectPlainProblem(404, "ticket-invalid");
        http.send("PUT", url, "image/jpeg", journeys.aPortrait()).expectPlainProblem(401, "unauthenticated");

        journeys.upload(walk, url, journeys.aPortrait()).expect(200);
    }

    @Test
    void unexpectedFieldsAreRefused() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String token = people.aStudent();
        Walk walk = journeys.bind(token, campaign, codes.aCode(school));
        Http.Reply photo = journeys.shoot(walk, journeys.aPortrait()).expect(200);
        Map<String, Object> unasked = Map.of(
                "status",
                "ACCEPTED",
                "accountNo",
                "acc_00000000000000000000",
                "paid",
                true,
                "schoolNo",
                "sch_x",
                "version",
                99);

        unasked.forEach((field, value) -> {
            Map<String, Object> body = Map.of("photoNo", photo.<String>at("no"), field, value);
            refuses("/" + field, http.as(token).post(STUDENT + "captures/" + walk.captureNo() + "/submissions", body));
        });
        refuses("/role", http.as(token).patch(STUDENT + "account", Map.of("language", "EN", "role", "MANAGER")));

        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("PHOTO_READY");
        http.as(token).get("/api/v1/admin/staff").expectPlainProblem(403, "forbidden");
        assertThat(http.as(token).get(STUDENT + "account").<String>at("language"))
                .isEqualTo("ZH");
    }

    private static void refuses(String pointer, Http.Reply reply) {
        reply.expectPlainProblem(422, "invalid-fields");
        assertThat(reply.<String>at("errors.0.pointer")).isEqualTo(pointer);
    }

    @Test
    void aTokenOfAnEndedSessionOrWithTamperedClaimsGivesNoAccess() {
        String token = people.aStudent();
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String account = http.as(token).get(STUDENT + "account").at("no");
        String other = http.as(people.aStudent()).get(STUDENT + "account").at("no");

        List<String> forged = List.of(
                base64("{\"alg\":\"none\"}") + "." + parts[1] + ".",
                base64("{\"alg\":\"None\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2],
                parts[0] + "." + base64(claims.replace("STUDENT", "MANAGER")) + "." + parts[2],
                parts[0] + "." + base64(claims.replace(account, other)) + "." + parts[2],
                parts[0] + "." + parts[1] + "." + flipped(parts[2]),
                parts[0] + "." + parts[1],
                "",
                "null");
        assertThat(claims).contains("STUDENT", account);
        forged.forEach(f -> http.as(f).get(STUDENT + "account").expectPlainProblem(401, "unauthenticated"));

        http.as(token).delete("/api/v1/sessions/current").expect(204);
        http.as(token).get(STUDENT + "account").expectPlainProblem(401, "unauthenticated");
    }

    @Test
    void malformedNumbersCursorsAndFiltersAreRefusedOrFindNothing() {
        String student = people.aStudent();
        String manager = people.aManager();
        List<String> numbers =
                List.of("%27%20OR%201%3D1", "..%2f..%2fetc", "%E6%B1%89%E5%AD%97", "%00", "a".repeat(2000));
        for (String no : numbers) {
            assertThat(http.as(student).get(STUDENT + "captures/" + no).status())
                    .as(no)
                    .isIn(400, 404);
            assertThat(http.as(manager).get("/api/v1/admin/orders/" + no).status())
                    .as(no)
                    .isIn(400, 404);
        }
        List<String> cursors = List.of(
                "x",
                "%00",
                base64("2026-01-01T00:00:00Z"),
                base64("yesterday|cap_1"),
                base64("+1000000000-12-31T23:59:59.999999999Z|x"),
                base64("-1000000000-01-01T00:00:00Z|x"),
                base64("2026-01-01T00:00:00Z|汉字"),
                base64("2026-01-01T00:00:00Z|' OR 1=1 --"),
                base64("2026-01-01T00:00:00Z|" + "x".repeat(300)));
        for (String cursor : cursors) {
            assertThat(http.as(manager)
                            .get("/api/v1/admin/orders?cursor=" + cursor)
                            .status())
                    .as(cursor)
                    .isIn(200, 422);
            assertThat(http.as(manager)
                            .get("/api/v1/admin/audit-entries?cursor=" + cursor)
                            .status())
                    .as(cursor)
                    .isIn(200, 422);
            assertThat(http.as(manager)
                            .get("/api/v1/admin/schools?cursor=" + cursor)
                            .status())
                    .as(cursor)
                    .isIn(200, 422);
        }
        assertThat(http.as(manager).get("/api/v1/admin/orders?limit=100000").status())
                .isEqualTo(422);
        assertThat(http.as(manager).get("/api/v1/admin/orders?status=PAID%27").status())
                .isEqualTo(422);
    }

    @Test
    void aFilterThatCannotBeAPublicNumberIsNamed() {
        Http manager = http.as(people.aManager());
        List<String> lists = List.of(
                "orders?campaignNo=",
                "orders?accountNo=",
                "shipments?campaignNo=",
                "captures?campaignNo=",
                "capture-counts?campaignNo=",
                "capture-figures?from=2026-04-01&to=2026-04-02&campaignNo=",
                "campaigns?schoolNo=",
                "disputes?schoolNo=",
                "packages?captureNo=",
                "proofreadings?campaignNo=",
                "audit-entries?actor=",
                "audit-entries?subject=",
                "audit-entries?action=");
        for (String list : lists) {
            String name = list.substring(list.lastIndexOf('?') + 1)
                    .replaceAll("^.*&", "")
                    .replace("=", "");
            Http.Reply refused = manager.get("/api/v1/admin/" + list + "%E6%B1%89%E5%AD%97");
            assertThat(refused.status()).as(list).isEqualTo(422);
            assertThat(refused.<String>at("errors.0.pointer")).as(list).isEqualTo("?" + name);
        }
        Http.Reply both = manager.get("/api/v1/admin/orders?campaignNo=%E6%B1%89&status=PAID&accountNo=%E6%B1%89");
        assertThat(both.errors()).extracting(e -> e.get("pointer")).containsExactly("?accountNo", "?campaignNo");
        manager.get("/api/v1/admin/orders?status=%E6%B1%89%E5%AD%97").expectPlainProblem(422, "invalid-fields");
        manager.get("/api/v1/admin/conclusions?label=%E6%B1%89%E5%AD%97").expect(200);
    }

    @Test
    void markupInTextIsReturnedAsJsonThatNoBrowserExecutes() {
        String manager = people.aManager();
        String markup = "<img src=x onerror=alert(1)>";

        Http.Reply made = http.as(manager)
                .post("/api/v1/admin/schools", Map.of("code", "10005", "name", markup))
                .expect(201);

        assertThat(made.<String>at("name")).isEqualTo(markup);
        assertThat(made.header("Content-Type")).startsWith("application/json");
        assertThat(made.header("X-Content-Type-Options")).isEqualTo("nosniff");
        Http.Reply missing = http.get("/api/v1/%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(missing.status()).isIn(401, 404);
        assertThat(missing.text()).doesNotContain("<script>");
        assertThat(missing.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anUploadedPageIsNeverServedAsAPage() {
        Walk walk = journeys.aStudentInReview();
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);

        Http.Reply original = http.as(reviewer)
                .get("/api/v1/review/reviews/" + review + "/original")
                .expect(200);
        Http.Reply picture = http.as(walk.token())
                .get(STUDENT + "captures/" + walk.captureNo() + "/photos/"
                        + rows.texts("SELECT photo_no FROM capture").getFirst() + "/picture")
                .expect(200);

        assertThat(original.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(original.header("Content-Disposition"))
                .startsWith("attachment; filename=\"pho_")
                .endsWith("-upload.jpg\"");
        for (Http.Reply reply : List.of(original, picture)) {
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Cache-Control")).containsAnyOf("private", "no-store");
        }
    }

    @Test
    void sendingCodesToManyNumbersFromOneAddressIsStopped() {
        for (int i = 0; i < 300; i++) {
            http.post(STUDENT + "sms-codes", Map.of("phone", "139%08d".formatted(i)))
                    .expect(202);
        }

        Http.Reply refused = http.post(STUDENT + "sms-codes", Map.of("phone", "13999999999"))
                .expectPlainProblem(429, "sms-address-limit");

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
        clock.advance(Duration.ofHours(1));
        http.post(STUDENT + "sms-codes", Map.of("phone", "13999999999")).expect(202);
    }

    @Test
    void guessingACodeOfManyNumbersFromOneAddressIsStopped() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            answers.add(http.post(
                            STUDENT + "phone-sessions",
                            Map.of("phone", "137%08d".formatted(i), "code", "000000"),
                            "X-Forwarded-For", // ignored, whoever sends it: no proxy is configured
                            "10.0.0." + i)
                    .status());
        }

        assertThat(answers.subList(0, 100)).containsOnly(401);
        assertThat(answers.getLast()).isEqualTo(429);
    }

    @Test
    void signInAnswersDoNotRevealWhetherAPhoneNumberIsRegistered() {
        people.aStudent("13700000001");
        clock.advance(Duration.ofMinutes(1));

        Http.Reply known = http.post(STUDENT + "phone-sessions", Map.of("phone", "13700000001", "code", "000000"));
        Http.Reply unknown = http.post(STUDENT + "phone-sessions", Map.of("phone", "13700000002", "code", "000000"));

        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.<String>at("code")).isEqualTo(unknown.<String>at("code"));
        assertThat(http.post(STUDENT + "sms-codes", Map.of("phone", "13700000001"))
                        .status())
                .isEqualTo(http.post(STUDENT + "sms-codes", Map.of("phone", "13700000002"))
                        .status());
    }

    private static String flipped(String signature) {
        char first = signature.charAt(0);
        return (first == 'A' ? 'B' : 'A') + signature.substring(1);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
