package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.OnRejection;
import org.tucai.campaign.School;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** What a student reads about another photo, and about dates, comes true. */
@TucaiTest
class RetakeToldIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final OnSiteDesk desk;
    private final CaptureService captures;
    private final MutableClock clock;
    private final Rows rows;
    private School school;

    RetakeToldIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            OnSiteDesk desk,
            CaptureService captures,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.desk = desk;
        this.captures = captures;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aSchool() {
        school = campaigns.aSchool();
    }

    private Walk submitted(Consumer<CampaignFixtures.Terms> terms) {
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, terms));
        journeys.submit(walk);
        return walk;
    }

    private String told(Walk walk, String language) {
        return http.as(walk.token())
                .get("/api/v1/student/messages", "Accept-Language", language)
                .expect(200)
                .at("items.0.body");
    }

    /** The newest message of these templates; one about the refund of the fee may have followed. */
    private String toldOf(Walk walk, String template) {
        return toldOf(walk, template, "zh");
    }

    private String toldOf(Walk walk, String template, String language) {
        return http
                .as(walk.token())
                .get("/api/v1/student/messages", "Accept-Language", language)
                .expect(200)
                .<List<Map<String, String>>>at("items")
                .stream()
                .filter(m -> m.get("template").startsWith(template))
                .findFirst()
                .orElseThrow()
                .get("body");
    }

    @Test
    void aRejectionBetweenTwoWindowsSaysWhenTheNextOneOpens() {
        Instant makeUp = MutableClock.START.plus(Duration.ofDays(40));
        Walk walk = submitted(t -> {
            t.feeMinor = 0;
            t.makeUpOpensAt = makeUp;
            t.makeUpClosesAt = makeUp.plus(Duration.ofDays(10));
        });
        clock.advance(Duration.ofDays(31));

        journeys.decide(walk, "REJECT", List.of("blur"));

        Walk later = journeys.again(walk);
        LocalDate day = ChinaTime.day(makeUp);
        assertThat(told(later, "zh"))
                .doesNotContain("请打开小程序")
                .endsWith("现在不在采集时间内，从" + Language.ZH.day(day) + "起可重新拍摄。");
        assertThat(told(later, "en")).endsWith("from " + Language.EN.day(day) + " on.");
        assertThat(journeys.nextStep(later)).isEqualTo("WAIT_FOR_WINDOW");
    }

    @Test
    void aReturnAfterARefundSaysThatTheRetakeMustBePaid() {
        Walk walk = submitted(t -> {});
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        giveBack(walk);
        clock.advance(Duration.ofMinutes(1));

        captures.returned(walk.captureNo(), "背景不均匀");

        assertThat(told(walk, "zh")).doesNotContain("无需再次付费").endsWith("重拍需重新支付。");
        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("TO_PAY");
    }

    @Test
    void anOrderedRetakeAfterARefundSaysThatItMustBePaid() {
        Walk walk = submitted(t -> {});
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        giveBack(walk);
        clock.advance(Duration.ofMinutes(1));

        orderRetake(walk);

        assertThat(told(walk, "zh")).doesNotContain("无需再次付费").endsWith("重拍需重新支付。");
        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("TO_PAY");
    }

    @Test
    void anOrderedRetakeBetweenTwoWindowsSaysWhenTheNextOneOpens() {
        Instant makeUp = MutableClock.START.plus(Duration.ofDays(40));
        Walk walk = submitted(t -> {
            t.feeMinor = 0;
            t.makeUpOpensAt = makeUp;
            t.makeUpClosesAt = makeUp.plus(Duration.ofDays(10));
        });
        journeys.decide(walk, "ACCEPT", List.of());
        clock.advance(Duration.ofDays(31));

        orderRetake(walk);

        Walk later = journeys.again(walk);
        LocalDate day = ChinaTime.day(makeUp);
        assertThat(told(later, "zh"))
                .contains("经采集单位复核不能使用")
                .endsWith("现在不在采集时间内，从" + Language.ZH.day(day) + "起可重新拍摄。");
        assertThat(told(later, "en")).endsWith("from " + Language.EN.day(day) + " on.");
        assertThat(journeys.nextStep(later)).isEqualTo("WAIT_FOR_WINDOW");
    }

    @Test
    void anOrderedRetakeOnSiteAsksTheStudentToComeAgain() {
        String code = codes.aCode(school);
        Campaign onSite = desk.campaign(school, t -> {});
        Walk walk = journeys.bind(people.aStudent(), onSite, code);
        OnSiteDesk.Operator operator = desk.operator();
        operator.begun(onSite, code);
        operator.submitted(walk.captureNo());
        operator.decide(walk.captureNo(), "ACCEPT").expect(200);
        clock.advance(Duration.ofMinutes(1));

        orderRetake(walk);

        assertThat(told(walk, "zh")).endsWith("请再到现场拍摄，无需再次付费。");
        assertThat(told(walk, "en")).contains("looked again").endsWith("you need not pay again.");
        assertThat(journeys.nextStep(walk)).isEqualTo("GO_ON_SITE");
    }

    private void orderRetake(Walk walk) {
        http.as(people.aManager())
                .post("/api/v1/admin/captures/" + walk.captureNo() + "/retakes", Map.of("note", "照片不是本人"))
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({"FREE_RETAKE, '请打开小程序重新拍摄，无需再次付费。'", "REFUND, '请打开小程序重新拍摄。已付的费用会退还给您，重拍需重新支付。'"})
    void aRejectionSaysWhetherTheRetakeMustBePaid(OnRejection policy, String end) {
        Walk walk = submitted(t -> t.onRejection = policy);
        journeys.pay(walk);

        journeys.decide(walk, "REJECT", List.of("blur"));

        assertThat(toldOf(walk, "REJECTED")).endsWith(end);
    }

    @Test
    void aRejectionSaysThatTheRetakeIsFreeWhereOnlyPrintsWerePaidToo() {
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> {
            t.feeMinor = 0;
            t.onRejection = OnRejection.FREE_RETAKE;
        }));
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        http.as(walk.token())
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/submissions",
                        Map.of("photoNo", photo, "prints", Journeys.prints(2)))
                .expect(200);
        journeys.pay(walk);

        journeys.decide(walk, "REJECT", List.of("blur"));

        assertThat(toldOf(walk, "REJECTED")).endsWith("请打开小程序重新拍摄，无需再次付费。");
    }

    @Test
    void aRejectionDoesNotAskForAFeeThatTheSchoolStillPaidWhenThePhotoWasSubmitted() {
        Walk walk = submitted(t -> t.feeMinor = 0);
        campaigns.change(walk.campaign(), t -> t.feeMinor = 1500);

        journeys.decide(walk, "REJECT", List.of("blur"));

        assertThat(toldOf(walk, "REJECTED")).endsWith("请打开小程序重新拍摄，无需再次付费。");
        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void aRefundAfterAPromisedFreeRetakeSaysThatTheRetakeMustBePaid() {
        Walk walk = submitted(t -> t.onRejection = OnRejection.FREE_RETAKE);
        journeys.pay(walk);
        journeys.decide(walk, "REJECT", List.of("blur"));

        giveBack(walk);

        assertThat(toldOf(walk, "PAY_AGAIN")).contains("如继续采集，需重新支付15.00元");
        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("TO_PAY");
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEWER", "MANAGER"})
    void theRefundOfARejectionIsAnnouncedWithoutAskingToPayAgain(Role by) {
        Walk walk = submitted(t -> {});
        journeys.pay(walk);

        captures.reject(walk.captureNo(), Set.of(RejectReason.BLUR), null, new Actor(by, "stf_one"));

        assertThat(rows.texts("SELECT template FROM message WHERE subject = ?", walk.captureNo()))
                .contains("REJECTED_TO_PAY", "REFUND_REQUESTED")
                .doesNotContain("PAY_AGAIN");
    }

    private void giveBack(Walk walk) {
        String order = rows.texts("SELECT no FROM purchase_order WHERE capture_no = ?", walk.captureNo())
                .getFirst();
        http.as(people.aManager())
                .post("/api/v1/admin/orders/" + order + "/refunds", Map.of("amountMinor", 1500, "reason", "协商退款"))
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "FREE_RETAKE, '请再到现场拍摄，无需再次付费。', you need not pay again.",
        "REFUND, '请再到现场拍摄。已付的费用会退还给您，重拍需重新支付。', the new one has to be paid for."
    })
    void aRejectionOnSiteSaysWhetherTheRetakeMustBePaidToo(OnRejection policy, String zh, String en) {
        String code = codes.aCode(school);
        Campaign onSite = desk.campaign(school, t -> {
            t.feeMinor = 1500;
            t.onRejection = policy;
        });
        Walk walk = journeys.bind(people.aStudent(), onSite, code);
        OnSiteDesk.Operator operator = desk.operator();
        operator.begun(onSite, code);
        operator.submitted(walk.captureNo());
        operator.pay(walk.captureNo());
        clock.advance(Duration.ofSeconds(1)); // after the messages about the submission

        operator.decide(walk.captureNo(), "REJECT").expect(200);

        assertThat(toldOf(walk, "REJECTED")).endsWith(zh);
        assertThat(toldOf(walk, "REJECTED", "en")).endsWith(en);
    }

    @Test
    void aDueDayThatMayStillMoveIsCalledProvisional() {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        Walk walk = submitted(t -> {
            t.feeMinor = 0;
            t.closesAt = clock.instant().plus(Duration.ofDays(30));
        });
        String due = card(walk, "review.dueDay");
        assertThat(told(walk, "zh")).endsWith("最迟" + Language.ZH.day(LocalDate.parse(due)) + "（暂定）有结果。");
        assertThat(told(walk, "en")).contains("(provisional)");

        journeys.decide(walk, "ACCEPT", List.of());

        String check = card(walk, "check.dueDay");
        assertThat(http.as(walk.token()).get("/api/v1/student/messages").text())
                .contains("请最迟在" + Language.ZH.day(LocalDate.parse(check)) + "（暂定）核对");
    }

    private String card(Walk walk, String what) {
        return http.as(walk.token())
                .get("/api/v1/student/screens/home")
                .expect(200)
                .at("cards.0." + what);
    }
}
