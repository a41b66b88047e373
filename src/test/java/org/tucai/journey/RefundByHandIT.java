package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Money paid more than 365 days ago, which the channel no longer refunds: the debt is visible and blocks nothing. */
@TucaiTest
class RefundByHandIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final CaptureService captures;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private School school;
    private Campaign campaign;
    private Walk paid;

    RefundByHandIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            CaptureService captures,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.captures = captures;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aFeePaidInALongCampaign() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.closesAt = MutableClock.START.plus(Duration.ofDays(400));
        });
        paid = journeys.aBoundStudent(school, campaign);
        journeys.pay(paid);
    }

    @Test
    void closingTheCampaignEndsEveryCaptureAndListsTheMoneyOwed() {
        Walk other = journeys.aBoundStudent(school, campaign);
        aYearPasses();

        close();

        assertThat(journeys.status(journeys.again(paid))).isEqualTo("EXPIRED");
        assertThat(journeys.status(journeys.again(other))).isEqualTo("EXPIRED");
        assertOwed();
    }

    @Test
    void aStudentWhoGivesUpIsToldThatTheMoneyComesAnotherWay() {
        aYearPasses();
        paid = journeys.again(paid);

        journeys.giveUp(paid);

        assertThat(journeys.status(paid)).isEqualTo("CANCELLED");
        assertThat(http.as(paid.token()).get("/api/v1/student/messages").text())
                .contains("15.00", "无法原路退回", "采集单位会另行退还")
                .doesNotContain("正在原路退回");
        assertOwed();
    }

    @Test
    void anAccountCanBeClosedAndTheMoneyStaysListedAsOwed() {
        aYearPasses();

        http.as(journeys.again(paid).token()).delete("/api/v1/student/account").expect(204);

        assertOwed();
    }

    @Test
    void aStudentWhoClosesTheAccountIsToldOfTheMoneyBeforeThePhoneIsForgotten() {
        String phone = "13711119999";
        Walk walk = journeys.bind(people.aStudent(phone), campaign, codes.aCode(school));
        journeys.pay(walk);
        aYearPasses();

        http.as(journeys.again(walk).token()).delete("/api/v1/student/account").expect(204);
        jobs.runDue();

        assertThat(http.get("/sandbox/messages?to=" + phone).text()).contains("REFUND_BY_HAND", "15.00元");
        assertThat(rows.number("SELECT COUNT(*) FROM message_delivery WHERE recipient IS NOT NULL"))
                .isZero();
    }

    @Test
    void aStudentWhoClosesTheAccountIsToldHowALaterRefundWouldCome() {
        String phone = "13711118888";
        Walk walk = journeys.bind(people.aStudent(phone), campaign, codes.aCode(school));
        journeys.pay(walk);
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        http.as(walk.token()).delete("/api/v1/student/account").expect(204);
        jobs.runDue();
        assertThat(http.get("/sandbox/messages?to=" + phone).text()).contains("ACCOUNT_CLOSED", "商户单号");
        assertThat(rows.number("SELECT COUNT(*) FROM message_delivery WHERE recipient IS NOT NULL"))
                .isZero();

        aYearPasses();
        captures.forwarded(walk.captureNo());
        captures.returned(walk.captureNo(), "背景不均匀");
        close();

        Http manager = http.as(people.aManager());
        String payment = rows.texts(
                        "SELECT p.no FROM payment p JOIN purchase_order o ON o.no = p.subject_no WHERE o.capture_no = ?",
                        walk.captureNo())
                .getFirst();
        Map<String, Object> owed =
                manager
                        .get("/api/v1/admin/refunds?attention=true")
                        .expect(200)
                        .<List<Map<String, Object>>>at("items")
                        .stream()
                        .filter(r -> payment.equals(r.get("paymentNo")))
                        .findFirst()
                        .orElseThrow();
        assertThat(owed).containsEntry("status", "BY_HAND");
    }

    @Test
    void closingTheAccountDuringARefundExplainsItThoughTheNextOrderIsUnpaid() {
        String phone = "13711116666";
        Walk walk = journeys.bind(people.aStudent(phone), campaign, codes.aCode(school));
        journeys.pay(walk);
        journeys.submit(walk);
        journeys.decide(walk, "REJECT", List.of("blur"));

        http.as(walk.token()).delete("/api/v1/student/account").expect(204);
        jobs.runDue();

        assertThat(http.get("/sandbox/messages?to=" + phone).text()).contains("ACCOUNT_CLOSED", "商户单号");
    }

    @Test
    void closingTheAccountOfAStudentWhoPaidNothingDoesNotMentionMoney() {
        String phone = "13711117777";
        Walk walk = journeys.bind(people.aStudent(phone), campaign, codes.aCode(school));

        http.as(walk.token()).delete("/api/v1/student/account").expect(204);
        jobs.runDue();

        assertThat(http.get("/sandbox/messages?to=" + phone).text()).doesNotContain("ACCOUNT_CLOSED");
    }

    @Test
    void aManagerSeesTheChannelsTransactionNumberOfMoneyOwed() {
        aYearPasses();
        close();
        String transaction = rows.texts("SELECT transaction_no FROM payment WHERE paid_minor > 0")
                .getFirst();
        Http manager = http.as(people.aManager());

        Http.Reply list = manager.get("/api/v1/admin/refunds?attention=true").expect(200);
        Http.Reply one =
                manager.get("/api/v1/admin/refunds/" + list.at("items.0.no")).expect(200);

        assertThat(list.<String>at("items.0.cameIn.gateway")).isEqualTo("sandbox");
        assertThat(list.<String>at("items.0.cameIn.transactionNo")).isEqualTo(transaction);
        assertThat(one.<Object>at("cameIn")).isEqualTo(list.at("items.0.cameIn"));
    }

    @Test
    void aRejectionTakesEffectAndTheMoneyIsListedAsOwed() {
        journeys.submit(paid);
        aYearPasses();

        journeys.decide(paid, "REJECT", List.of("blur"));

        assertThat(journeys.status(journeys.again(paid))).isEqualTo("REJECTED");
        assertThat(rows.number("SELECT COUNT(*) FROM failed_job")).isZero();
        assertOwed();
    }

    @Test
    void aManualPaybackIsRecordedAndTheBooksAgree() {
        aYearPasses();
        close();
        Http manager = http.as(people.aManager());
        String refund =
                manager.get("/api/v1/admin/refunds?attention=true").expect(200).at("items.0.no");
        String settlements = "/api/v1/admin/refunds/" + refund + "/settlements";

        Http.Reply settled =
                manager.post(settlements, Map.of("note", "银行转账，回单 20270601-17")).expect(200);

        assertThat(settled.<String>at("status")).isEqualTo("HANDED_BACK");
        manager.post(settlements, Map.of("note", "再一次")).expectPlainProblem(409, "refund-not-by-hand");
        assertThat(manager.get("/api/v1/admin/refunds?attention=true").<List<Object>>at("items"))
                .isEmpty();
        assertThat(orderStatus()).isEqualTo("REFUNDED");
        Http.Reply books = manager.get("/api/v1/admin/money/check").expect(200);
        assertThat(books.<Boolean>at("addsUp")).isTrue();
        assertThat(books.<Integer>at("owedByHand.minor")).isZero();
        assertThat(books.<Integer>at("handedBack.minor")).isEqualTo(1500);
        assertThat(books.<Integer>at("balance.minor")).isEqualTo(1500); // what the channel never paid out
        assertThat(rows.texts("SELECT action FROM audit_entry WHERE subject = ? ORDER BY id", refund))
                .containsExactly("refund-owed-by-hand", "refund-handed-back");
    }

    @Test
    void aCaptureThatCannotBeEndedDoesNotStopTheOthersAndIsRetried() {
        Walk other = journeys.aBoundStudent(school, campaign);
        Walk another = journeys.aBoundStudent(school, campaign);
        rows.change("UPDATE purchase_order SET payment_no = 'pay_gone' WHERE paid_minor > 0");
        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expect(200);

        assertThatThrownBy(() -> jobs.run("expire-campaign", campaign.no()))
                .hasMessageContaining("failed for 1 of them");

        assertThat(status(other)).isEqualTo("EXPIRED");
        assertThat(status(another)).isEqualTo("EXPIRED");
        rows.change("UPDATE purchase_order SET payment_no = (SELECT no FROM payment) WHERE paid_minor > 0");
        jobs.runDue();
        assertThat(status(paid)).isEqualTo("EXPIRED");
    }

    @Test
    void theRefundMessageAfterAPartialManualPaybackNamesOnlyTheRest() {
        refundsEnd("CLOSED");
        String refund = giveBack(500);
        jobs.runDue();
        clock.advance(Duration.ofMinutes(2));
        jobs.runDue();
        http.as(people.aManager())
                .post("/api/v1/admin/refunds/" + refund + "/settlements", Map.of("note", "现金，收据 17"))
                .expect(200);
        refundsEnd("SUCCESS");

        journeys.giveUp(paid);
        jobs.runDue();
        clock.advance(Duration.ofMinutes(2));
        jobs.runDue();

        assertThat(orderStatus()).isEqualTo("REFUNDED");
        assertThat(http.as(paid.token()).get("/api/v1/student/messages").text())
                .contains("费用10.00元已原路退回")
                .doesNotContain("15.00元已原路退回");
    }

    @Test
    void aPartialRefundThatArrivesIsAnnouncedThoughTheRestIsPaidBackManually() {
        giveBack(500);
        String rest = giveBack(1000);
        jobs.runDue();
        clock.advance(Duration.ofSeconds(30));
        jobs.runDue();
        refundsEnd("CLOSED");
        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();
        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();

        http.as(people.aManager())
                .post("/api/v1/admin/refunds/" + rest + "/settlements", Map.of("note", "现金，收据 17"))
                .expect(200);

        assertThat(orderStatus()).isEqualTo("REFUNDED");
        assertThat(http.as(paid.token()).get("/api/v1/student/messages").text())
                .contains("部分费用5.00元已原路退回", "费用10.00元已由采集单位线下退还，不是原路退回")
                .doesNotContain("10.00元已原路退回", "15.00元已原路退回");
    }

    private void refundsEnd(String outcome) {
        String prepay =
                rows.texts("SELECT prepay_no FROM payment WHERE paid_minor > 0").getFirst();
        http.post("/sandbox/payments/" + prepay + "/refund-outcomes", Map.of("outcome", outcome))
                .expect(204);
    }

    private String giveBack(int fen) {
        String order =
                rows.texts("SELECT no FROM purchase_order WHERE paid_minor > 0").getFirst();
        return http.as(people.aManager())
                .post("/api/v1/admin/orders/" + order + "/refunds", Map.of("amountMinor", fen, "reason", "协商退款"))
                .at("no");
    }

    private void aYearPasses() {
        clock.advance(Duration.ofDays(366));
        jobs.runDue();
    }

    private void close() {
        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expect(200);
        jobs.runDue();
    }

    private void assertOwed() {
        Http manager = http.as(people.aManager());
        Http.Reply stuck = manager.get("/api/v1/admin/refunds?attention=true").expect(200);
        assertThat(stuck.<List<Object>>at("items")).hasSize(1);
        assertThat(stuck.<String>at("items.0.status")).isEqualTo("BY_HAND");
        assertThat(stuck.<Integer>at("items.0.amount.minor")).isEqualTo(1500);
        assertThat(orderStatus()).isEqualTo("REFUNDING");
        Http.Reply books = manager.get("/api/v1/admin/money/check").expect(200);
        assertThat(books.<Boolean>at("addsUp")).isTrue();
        assertThat(books.<Integer>at("owedByHand.minor")).isEqualTo(1500);
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'refund-owed-by-hand'"))
                .isEqualTo(1);
    }

    private String status(Walk walk) {
        return rows.texts("SELECT status FROM capture WHERE no = ?", walk.captureNo())
                .getFirst();
    }

    private String orderStatus() {
        return rows.texts("SELECT status FROM purchase_order WHERE paid_minor > 0")
                .getFirst();
    }
}
