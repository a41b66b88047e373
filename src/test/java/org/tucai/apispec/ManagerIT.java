package org.tucai.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.platform.job.DueJobs;
import org.tucai.sandbox.SandboxSettings;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/** The manager's lists and figures after a student's journey, each requested correctly and incorrectly. */
@TucaiTest
class ManagerIT {
    private static final String ADMIN = "/api/v1/admin/";

    private final Http http;
    private final People people;
    private final Journeys journeys;
    private final TestAuthority authority;
    private final DueJobs jobs;

    ManagerIT(Http http, People people, Journeys journeys, TestAuthority authority, DueJobs jobs) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
        this.authority = authority;
        this.jobs = jobs;
    }

    @Test
    void keysAreAddedListedAndRetired() {
        Http manager = http.as(people.aManager());
        String keys = ADMIN + "code-keys";
        Map<String, String> key = Map.of("kid", "unit-1", "key", "A".repeat(43));

        manager.post(keys, key).expect(201);

        manager.post(keys, key).expectProblem(409, "code-key-taken");
        manager.post(keys, Map.of("kid", "unit-2", "key", "short")).expectProblem(422, "invalid-fields");
        assertThat(manager.get(keys).expect(200).text()).contains("unit-1").doesNotContain("A".repeat(43));
        manager.post(keys + "/unit-1/retirements", null).expect(204);
        manager.post(keys + "/unit-1/retirements", null).expectProblem(409, "key-already-retired");
        manager.post(keys + "/unit-9/retirements", null).expectProblem(404, "not-found");
        assertThat(manager.get(keys).list())
                .filteredOn(k -> "unit-1".equals(k.get("kid")))
                .singleElement()
                .satisfies(k -> {
                    assertThat(k).containsEntry("status", "RETIRED");
                    assertThat(k.get("retiredAt")).isEqualTo(k.get("createdAt")).isNotNull();
                });
        assertThat(manager.get(ADMIN + "audit-entries?subject=unit-1").<List<Map<String, Object>>>at("items"))
                .extracting(e -> e.get("action"))
                .containsExactlyInAnyOrder("code-key-added", "code-key-retired");
    }

    @Test
    void moneyIsShownAndRefunded() {
        Journeys.Walk walk = journeys.aStudentInReview();
        Http manager = http.as(people.aManager());
        String orders = ADMIN + "orders";
        String orderNo = manager.get(orders + "?campaignNo=" + walk.campaign().no() + "&status=PAID")
                .expect(200)
                .at("items.0.no");
        Http.Reply order = manager.get(orders + "/" + orderNo).expect(200);
        String payment = ADMIN + "payments/" + order.at("payments.0.no");

        manager.get(payment).expect(200);
        manager.get(ADMIN + "payments?status=SUCCEEDED").expect(200);
        Http.Reply refund = manager.post(
                        orders + "/" + orderNo + "/refunds", Map.of("amountMinor", 500, "reason", "现场已缴费"))
                .expect(201);
        assertThat(manager.get(refund.header("Location")).expect(200).<Integer>at("amount.minor"))
                .isEqualTo(500);
        assertThat(manager.get(ADMIN + "refunds").expect(200).<List<?>>at("items"))
                .hasSize(1);
        manager.post(payment + "/refunds", Map.of("amountMinor", 5000, "reason", "太多"))
                .expectProblem(409, "refund-above-remaining");
        manager.post(orders + "/" + orderNo + "/refunds", Map.of("amountMinor", 0, "reason", ""))
                .expectProblem(422, "invalid-fields");
        manager.get(orders + "/" + orderNo + "/address").expectProblem(404, "not-found");
        manager.get(orders + "/ord_00000000000000000000").expectProblem(404, "not-found");
    }

    @Test
    void figuresAreCountedPerDay() {
        Journeys.Walk walk = journeys.aStudentInReview();
        journeys.decide(walk, "ACCEPT", List.of());
        Http manager = http.as(people.aManager());

        Http.Reply money =
                manager.get(ADMIN + "money/days?from=2026-04-19&to=2026-04-20").expect(200);
        Http.Reply reviews = manager.get(ADMIN + "review-figures?from=2026-04-20&to=2026-04-20")
                .expect(200);

        assertThat(Http.column(money.list(), "payments")).containsExactly(0, 1);
        assertThat(Http.column(reviews.list(), "accepted")).containsExactly(1);
        assertThat(manager.get(ADMIN + "money/check").expect(200).<Boolean>at("addsUp"))
                .isTrue();
        manager.get(ADMIN + "money/days?from=2026-04-20&to=2026-04-19").expectProblem(422, "invalid-fields");
        manager.get(ADMIN + "money/days?from=2020-04-20&to=2026-04-19").expectProblem(422, "invalid-fields");
    }

    @Test
    void theAuditTrailIsSearched() {
        Journeys.Walk walk = journeys.aBoundStudent();
        Http manager = http.as(people.aManager());

        Http.Reply about =
                manager.get(ADMIN + "audit-entries?subject=" + walk.captureNo()).expect(200);
        String action = about.at("items.0.action");

        assertThat(about.<List<?>>at("items")).isNotEmpty();
        assertThat(manager.get(ADMIN + "audit-entries?limit=1&action=" + action)
                        .expect(200)
                        .<List<?>>at("items"))
                .hasSize(1);
        assertThat(manager.get(ADMIN + "audit-entries?actor=NOBODY").<List<?>>at("items"))
                .isEmpty();
        manager.get(ADMIN + "audit-entries?cursor=nonsense").expectProblem(422, "invalid-fields");
    }

    @Test
    void packagesAndConclusionsAreListed() {
        authority.start(SandboxSettings.onRequest());
        journeys.anAcceptedStudent();
        jobs.runDue();
        Http manager = http.as(people.aManager());
        String packages = ADMIN + "packages";
        String line =
                "studentUniqueNo,packageNo,label,concludedAt\r\nSU999999999999,,同一人,2026-04-20T10:00:00+08:00\r\n";

        String packageNo = manager.get(packages).expect(200).at("items.0.no");
        assertThat(manager.get(packages + "/" + packageNo).expect(200).<String>at("status"))
                .isEqualTo("ACKNOWLEDGED");
        manager.get(packages + "/pkg_00000000000000000000").expectProblem(404, "not-found");
        assertThat(csv(manager, line).expect(200).<Integer>at("unmatched")).isEqualTo(1);
        csv(manager, line + "SU1,,同一人,yesterday\r\n").expectProblem(422, "conclusion-file-unreadable");
        assertThat(manager.get(ADMIN + "conclusions?status=UNMATCHED")
                        .expect(200)
                        .<List<?>>at("items"))
                .hasSize(1);
        assertThat(manager.get(ADMIN + "conclusion-labels").expect(200).list()).isNotEmpty();
        manager.get(ADMIN + "conclusions?status=NONE").expectProblem(422, "invalid-fields");
    }

    private static Http.Reply csv(Http manager, String lines) {
        return manager.send(
                "POST",
                ADMIN + "conclusion-files",
                "text/csv",
                lines.getBytes(StandardCharsets.UTF_8),
                "Idempotency-Key",
                java.util.UUID.randomUUID().toString());
    }

    @Test
    void rejectReasonsComeWithTextsInBothLanguages() {
        Http reviewer = http.as(people.aReviewer());

        List<Map<String, Object>> zh =
                reviewer.get("/api/v1/review/reject-reasons").expect(200).list();
        List<Map<String, Object>> en = reviewer.get("/api/v1/review/reject-reasons", "Accept-Language", "en")
                .list();

        assertThat(zh).hasSizeGreaterThan(10);
        assertThat(Http.column(zh, "code")).isEqualTo(Http.column(en, "code"));
        assertThat(Http.column(zh, "text")).isNotEqualTo(Http.column(en, "text"));
    }
}
