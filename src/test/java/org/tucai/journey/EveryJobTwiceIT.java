package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.web.Etag;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/** One story that produces jobs of every type, each of which runs twice; everything still happens only once. */
@TucaiTest
class EveryJobTwiceIT {
    private static final String STUDENT = "/api/v1/student/";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final TestAuthority authority;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private final Set<String> ran = new TreeSet<>();
    private School school;
    private Campaign campaign;

    EveryJobTwiceIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            TestAuthority authority,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.authority = authority;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aCampaign() {
        authority.start();
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
    }

    @Test
    void everyEffectHappensOnce() {
        Walk refunded = submitted();
        Walk accepted = submitted();
        Walk unpaid = submitted();
        Walk unfinished = journeys.aBoundStudent(school, campaign);
        journeys.shoot(unfinished, journeys.aPortrait()).expect(200);
        Walk late = submitted();
        List.of(refunded, accepted, late).forEach(this::pay);
        decide(Map.of(refunded.captureNo(), "REJECT", accepted.captureNo(), "ACCEPT"));
        settle();
        concludeWithALabelThatIsAddedLaterAndThenChanged();

        assertThat(smsOf("REJECTED_TO_PAY")).isEqualTo(1);
        assertThat(smsOf("REFUNDED")).isEqualTo(1);
        assertThat(rows.number("SELECT SUM(refunded_minor) FROM payment")).isEqualTo(1500);
        assertThat(rows.texts("SELECT status FROM photo_package")).containsExactly("ACKNOWLEDGED");
        assertThat(rows.number("SELECT COUNT(*) FROM conclusion")).isEqualTo(1);
        assertThat(transitions("VERIFIED")).isEqualTo(1);

        clock.setTo(payBy(unpaid).minus(Duration.ofHours(3)));
        settle();
        assertThat(messages("PAYMENT_REMINDER")).isEqualTo(1);
        clock.advance(
                Duration.ofDays(20).plusHours(4)); // the order has expired, the check is nearly due; it is morning
        settle();
        assertThat(smsOf("PROOFREADING_DUE")).isEqualTo(1);
        clock.advance(Duration.ofDays(4));
        loadAnotherCalendarYear();
        settle();
        assertThat(rows.texts("SELECT status FROM proofreading")).containsExactly("OVERDUE");
        assertThat(rows.texts("SELECT status FROM purchase_order WHERE capture_no = ?", unpaid.captureNo()))
                .containsExactly("EXPIRED");

        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expect(200);
        settle();
        decide(Map.of(late.captureNo(), "REJECT"));
        settle();
        assertThat(transitions("EXPIRED")).isEqualTo(1 + 4); // the unpaid order, and the four unfinished captures
        assertThat(rows.number("SELECT SUM(refunded_minor) FROM payment")).isEqualTo(3000);
        assertThat(rows.number("SELECT COUNT(*) FROM refund")).isEqualTo(2);
        assertThat(messages("EXPIRED")).isEqualTo(4);
        assertThat(rows.number("SELECT COUNT(*) FROM failed_job")).isZero();
        changeTheTermsOfACampaignPaidBeforeShooting();
        acceptAStudentWhoAlsoBeganInAnotherCampaign();
        assertThat(ran).isEqualTo(jobs.types());
    }

    @Test
    void everyRecurringJobRunTwiceChangesNothingTheSecondTime() {
        Walk walk = submitted();
        pay(walk);
        decide(Map.of(walk.captureNo(), "ACCEPT"));
        settle();
        clock.advance(Duration.ofDays(60));

        for (String type : jobs.recurringTypes()) {
            jobs.runRecurring(type);
            long audited = rows.number("SELECT COUNT(*) FROM audit_entry");
            long moved = rows.number("SELECT COUNT(*) FROM state_transition");
            jobs.runRecurring(type);
            assertThat(rows.number("SELECT COUNT(*) FROM audit_entry")).as(type).isEqualTo(audited);
            assertThat(rows.number("SELECT COUNT(*) FROM state_transition"))
                    .as(type)
                    .isEqualTo(moved);
        }
    }

    private Walk submitted() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        journeys.submit(walk);
        return walk;
    }

    private void pay(Walk walk) {
        String order = journeys.orderOf(walk);
        String bundle = http.as(walk.token())
                .post(STUDENT + "orders/" + order + "/payments", null)
                .expect(201)
                .at("parameters.package");
        http.post("/sandbox/payments/" + bundle.substring("prepay_id=".length()) + "/pay", Map.of())
                .expect(200);
        ran.addAll(jobs.runDueTwice());
    }

    private void decide(Map<String, String> byCapture) {
        clock.advance(Duration.ofMinutes(15)); // until the leases of other reviewers have expired
        Http reviewer = http.as(people.aReviewer());
        Http.Reply claimed = reviewer.post("/api/v1/review/claims", Map.of("count", 50));
        claimed.list().stream()
                .filter(r -> byCapture.containsKey((String) r.get("captureNo")))
                .forEach(r -> {
                    String decision = byCapture.get((String) r.get("captureNo"));
                    List<String> reasons = decision.equals("REJECT") ? List.of("blur") : List.of();
                    reviewer.post(
                                    "/api/v1/review/reviews/" + r.get("no") + "/decisions",
                                    Map.of("decision", decision, "reasons", reasons))
                            .expect(200);
                });
    }

    private void settle() {
        for (int i = 0; i < 4; i++) {
            ran.addAll(jobs.runDueTwice());
            clock.advance(Duration.ofMinutes(1));
        }
        ran.addAll(jobs.runDueTwice());
    }

    private Instant payBy(Walk walk) {
        String screen = STUDENT + "screens/captures/" + walk.captureNo();
        String payBy = http.as(people.again(walk.token())).get(screen).at("card.order.payBy");
        return OffsetDateTime.parse(payBy).toInstant();
    }

    private void changeTheTermsOfACampaignPaidBeforeShooting() {
        Consumer<CampaignFixtures.Terms> terms = t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.featureCode = "pay1";
            t.closesAt = clock.instant().plus(Duration.ofDays(30));
        };
        Campaign first = campaigns.anOpenCampaign(school, terms);
        Walk walk = journeys.aBoundStudent(school, first);
        rows.change("UPDATE purchase_order SET status = 'EXPIRED', live_capture_no = NULL WHERE campaign_no = '"
                + first.no() + "'");
        http.as(people.aManager())
                .put(
                        "/api/v1/admin/campaigns/" + first.no() + "/terms",
                        CampaignFixtures.terms(terms.andThen(t -> t.feeMinor = 1600)),
                        "If-Match",
                        Etag.of(first.version()))
                .expect(200);
        settle();
        assertThat(rows.number(
                        "SELECT COUNT(*) FROM purchase_order WHERE live_capture_no = ? AND total_minor = 1600",
                        walk.captureNo()))
                .isEqualTo(1);
    }

    private void acceptAStudentWhoAlsoBeganInAnotherCampaign() {
        Consumer<CampaignFixtures.Terms> terms = t -> {
            t.feeMinor = 0;
            t.closesAt = clock.instant().plus(Duration.ofDays(30));
        };
        String token = people.aStudent();
        String code = codes.aCode(school);
        Walk shot = journeys.bind(
                token, campaigns.anOpenCampaign(school, terms.andThen(t -> t.featureCode = "one1")), code);
        journeys.bind(token, campaigns.anOpenCampaign(school, terms.andThen(t -> t.featureCode = "two2")), code);
        journeys.submit(shot);
        decide(Map.of(shot.captureNo(), "ACCEPT"));
        settle();
        assertThat(transitions("WITHDRAWN")).isEqualTo(1);
        assertThat(messages("CAPTURED_ELSEWHERE")).isEqualTo(1);
    }

    private void concludeWithALabelThatIsAddedLaterAndThenChanged() {
        authority.conclude("机器未能判定");
        for (boolean doubtful : List.of(false, true)) {
            http.as(people.aManager())
                    .put(
                            "/api/v1/admin/conclusion-labels/BY_MACHINE",
                            Map.of(
                                    "zh",
                                    "机器未能判定",
                                    "en",
                                    "left open",
                                    "doubtful",
                                    doubtful,
                                    "current",
                                    false,
                                    "position",
                                    9))
                    .expect(200);
            settle();
        }
        rows.change("DELETE FROM conclusion_label_reference WHERE code = 'BY_MACHINE'"); // labels outlive a test
    }

    private void loadAnotherCalendarYear() {
        Map<String, String> off = Map.of("from", "2027-01-01", "to", "2027-01-03");
        http.as(people.aManager())
                .put(
                        "/api/v1/admin/calendar-years/2027",
                        Map.of("year", 2027, "source", "测试", "off", List.of(off), "worked", List.of()))
                .expect(200);
    }

    private long messages(String template) {
        return rows.number("SELECT COUNT(*) FROM message WHERE template = ?", template);
    }

    private long smsOf(String template) {
        return rows.number("SELECT COUNT(*) FROM sandbox_message WHERE channel = 'SMS' AND template = ?", template);
    }

    private long transitions(String to) {
        return rows.number("SELECT COUNT(*) FROM state_transition WHERE to_state = ?", to);
    }
}
