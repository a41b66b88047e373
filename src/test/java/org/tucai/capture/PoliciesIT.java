package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CampaignTerms;
import org.tucai.campaign.OnRejection;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Etag;
import org.tucai.portrait.drawn.DrawnPortrait;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Every policy a campaign sets really acts (DOMAIN §1.3). */
@TucaiTest
class PoliciesIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final ExpiryService expiry;
    private final CaptureService captures;
    private final DueJobs jobs;
    private final MutableClock clock;
    private School school;

    PoliciesIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            ExpiryService expiry,
            CaptureService captures,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.expiry = expiry;
        this.captures = captures;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void aSchool() {
        school = campaigns.aSchool();
    }

    private Walk bound(Consumer<CampaignFixtures.Terms> terms) {
        return journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, terms));
    }

    private Http.Reply ticket(Walk walk, String source) {
        return http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets", Map.of("source", source));
    }

    private Http.Reply submit(Walk walk, Map<String, Object> prints) {
        Map<String, Object> body = new HashMap<>();
        body.put(
                "photoNo",
                journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no"));
        if (!prints.isEmpty()) {
            body.put("prints", prints);
        }
        return http.as(walk.token()).post("/api/v1/student/captures/" + walk.captureNo() + "/submissions", body);
    }

    private Http.Reply home(Walk walk) {
        return http.as(walk.token()).get("/api/v1/student/screens/home").expect(200);
    }

    private static Map<String, Object> twoPrints() {
        return Map.of(
                "count",
                2,
                "address",
                Map.of("recipient", "张三", "phone", "13800000001", "region", "江苏省南京市", "street", "汉口路 22 号"));
    }

    @Test
    void cameraOnlyRefusesTheAlbum() {
        ticket(bound(t -> t.albumAllowed = false), "ALBUM").expectProblem(409, "album-not-allowed");
        ticket(bound(t -> t.featureCode = "bb22"), "ALBUM").expect(201);
    }

    @Test
    void theCampaignsBackgroundColoursAreWhatAPhotoIsJudgedBy() {
        Http.Reply blue = judged("aa41", "#64C5FF");
        Http.Reply red = judged("aa42", "#C00000");

        assertThat(blue.<List<String>>at("backgroundColours")).containsExactly("#64C5FF");
        assertThat(red.<List<String>>at("backgroundColours")).containsExactly("#C00000");
        assertThat(outcome(blue, "background-colour")).isEqualTo("PASS");
        assertThat(outcome(red, "background-colour")).isEqualTo("FAIL");
    }

    private Http.Reply judged(String featureCode, String colour) {
        Walk walk = bound(t -> {
            t.featureCode = featureCode;
            t.backgroundColours = List.of(colour);
        });
        return journeys.shoot(walk, DrawnPortrait.jpeg(1, 0x64, 0xC5, 0xFF)).expect(200);
    }

    private static Object outcome(Http.Reply photo, String rule) {
        return photo.<List<Map<String, Object>>>at("checks").stream()
                .filter(c -> rule.equals(c.get("rule")))
                .findFirst()
                .orElseThrow()
                .get("outcome");
    }

    @Test
    void anUnknownPhotoStandardIsRefusedWhenTheCampaignIsMade() {
        assertThatThrownBy(() -> campaigns.aDraft(school, t -> t.photoProfile = "passport-1999"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void triesAreCountedAndTheStudentIsToldWhatThen() {
        Walk walk = bound(t -> t.triesAllowed = 1);
        journeys.shoot(walk, new byte[] {1, 2, 3}).expectProblem(422, "not-a-picture");
        journeys.shoot(walk, journeys.aPortrait()).expect(200);

        ticket(walk, "CAMERA").expectProblem(409, "tries-used-up");
        assertThat(home(walk).<Integer>at("cards.0.triesLeft")).isZero();
    }

    @Test
    void payingBeforeShootingKeepsTheCameraShut() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        ticket(walk, "CAMERA").expectProblem(409, "pay-first");
        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");

        journeys.pay(walk);

        assertThat(journeys.nextStep(walk)).isEqualTo("SHOOT");
        assertThat(submit(walk, Map.of()).expect(200).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void whatIsPaidBeforeShootingDoesNotLapseOvernightAndIsPaidAnewAfterARejection() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        clock.advance(Duration.ofHours(30));
        jobs.runDue();
        Walk nextDay = new Walk(people.again(walk.token()), walk.campaign(), walk.captureNo());
        journeys.pay(nextDay);
        submit(nextDay, Map.of()).expect(200);

        journeys.decide(nextDay, "REJECT", List.of("blur"));

        assertThat(journeys.nextStep(nextDay)).isEqualTo("PAY");
        ticket(nextDay, "CAMERA").expectProblem(409, "pay-first");
        journeys.pay(nextDay);
        assertThat(submit(nextDay, Map.of()).expect(200).<String>at("status")).isEqualTo("IN_REVIEW");
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        assertThat(http.as(nextDay.token()).get("/api/v1/student/messages").text())
                .contains("费用15.00元已原路退回");
    }

    @Test
    void aMakeUpWindowAddedAfterTheOrderLapsedBringsAnOrderThatCanBePaid(CampaignService service) {
        Consumer<CampaignFixtures.Terms> short2 = t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.closesAt = MutableClock.START.plus(Duration.ofDays(2));
        };
        Walk walk = bound(short2);
        clock.advance(Duration.ofDays(3));
        jobs.runDue();
        CampaignTerms longer = CampaignFixtures.terms(short2.andThen(t -> {
            t.makeUpOpensAt = MutableClock.START.plus(Duration.ofDays(3));
            t.makeUpClosesAt = MutableClock.START.plus(Duration.ofDays(9));
        }));
        int version = service.require(walk.campaign().no()).version();

        service.change(walk.campaign().no(), longer, Etag.of(version), CampaignFixtures.MANAGER);
        jobs.runDue();

        Walk madeUp = new Walk(people.again(walk.token()), walk.campaign(), walk.captureNo());
        assertThat(journeys.nextStep(madeUp)).isEqualTo("PAY");
        journeys.pay(madeUp);
        assertThat(submit(madeUp, Map.of()).expect(200).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @ParameterizedTest
    @EnumSource(names = {"BOUND", "RETURNED", "ERRATUM"})
    void afterAFullRefundByHandTheFeeCanBePaidAnew(CaptureStatus status) {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);
        bring(walk, status);

        giveAllBack(walk);

        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");
        journeys.pay(walk);
        assertThat(journeys.nextStep(walk)).startsWith("SHOOT");
        assertThat(submit(walk, Map.of()).expect(200).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    private void bring(Walk walk, CaptureStatus status) {
        if (status == CaptureStatus.BOUND) {
            return;
        }
        submit(walk, Map.of()).expect(200);
        journeys.decide(walk, "ACCEPT", List.of());
        if (status == CaptureStatus.RETURNED) {
            captures.returned(walk.captureNo(), "不清晰");
        } else {
            captures.erratum(walk.captureNo(), "可以重拍", Actor.SYSTEM);
        }
    }

    @Test
    void whoTakesAnUnpaidPhotoBackToShootAnotherCanStillPay() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);
        Object photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        giveAllBack(walk);
        String capture = "/api/v1/student/captures/" + walk.captureNo();
        assertThat(http.as(walk.token())
                        .post(capture + "/submissions", Map.of("photoNo", photo))
                        .expect(200)
                        .<String>at("status"))
                .isEqualTo("TO_PAY");

        http.as(walk.token()).post(capture + "/withdrawals", null).expect(200);

        ticket(walk, "CAMERA").expectProblem(409, "pay-first");
        journeys.pay(walk);
        ticket(walk, "CAMERA").expect(201);
    }

    @Test
    void whoGivesUpIsNotAskedToPayAnew() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);

        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/cancellations", null)
                .expect(200);

        assertThat(home(walk).<String>at("cards.0.order.status")).isEqualTo("REFUNDING");
    }

    private void giveAllBack(Walk walk) {
        String order = home(walk).at("cards.0.order.no");
        http.as(people.aManager())
                .post("/api/v1/admin/orders/" + order + "/refunds", Map.of("amountMinor", 1500, "reason", "协商"))
                .expect(201);
    }

    @Test
    void aFeeOfZeroAsksForNoMoney() {
        Walk walk = bound(t -> t.feeMinor = 0);

        assertThat(submit(walk, Map.of()).expect(200).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void printsCostTheirPriceEvenWhereTheSchoolPaysTheFee() {
        Walk walk = bound(t -> t.feeMinor = 0);

        assertThat(submit(walk, twoPrints()).expect(200).<String>at("status")).isEqualTo("TO_PAY");

        assertThat(home(walk).<Integer>at("cards.0.order.total.minor")).isEqualTo(2000);
    }

    @Test
    void whereTheSchoolPaysNothingComesBeforeShootingAndPrintsAreBoughtWithThePhoto() {
        Walk walk = bound(t -> {
            t.feeMinor = 0;
            t.payWhen = PayWhen.BEFORE_SHOOTING;
        });
        assertThat(home(walk).<String>at("nextStep.code")).isEqualTo("SHOOT");

        assertThat(submit(walk, twoPrints()).expect(200).<String>at("status")).isEqualTo("TO_PAY");

        assertThat(home(walk).<Integer>at("cards.0.order.total.minor")).isEqualTo(2000);
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    @Test
    void printsAreRefusedWhereNoneAreOffered() {
        submit(bound(t -> t.printsOffered = false), twoPrints()).expectProblem(409, "prints-not-offered");
    }

    @Test
    void printsNamedWhenTheOrderIsPaidAreRefusedAndThePhotoGoesOnWithoutThem() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);

        Http.Reply refused = submit(walk, twoPrints()).expectPlainProblem(409, "prints-after-payment");

        assertThat(refused.<String>at("detail")).contains("去掉加印后重新提交");
        assertThat(submit(walk, Map.of()).expect(200).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void printsThatWerePaidForMayBeNamedAgain() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        String order = home(walk).at("cards.0.order.no");
        http.as(walk.token())
                .put("/api/v1/student/orders/" + order + "/prints", twoPrints())
                .expect(200);
        journeys.pay(walk);

        assertThat(submit(walk, twoPrints()).expect(200).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void printsNamedWithAnOrderThatIsStillToBePaidAreAddedToIt() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(walk);
        Object photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        giveAllBack(walk);
        String submissions = "/api/v1/student/captures/" + walk.captureNo() + "/submissions";

        http.as(walk.token())
                .post(submissions, Map.of("photoNo", photo, "prints", twoPrints()))
                .expect(200);
        assertThat(home(walk).<Integer>at("cards.0.order.total.minor")).isEqualTo(3500);
        Map<String, Object> three = new HashMap<>(twoPrints());
        three.put("count", 3);
        http.as(walk.token())
                .post(submissions, Map.of("photoNo", photo, "prints", three))
                .expect(200);

        assertThat(home(walk).<Integer>at("cards.0.order.total.minor")).isEqualTo(4500);
        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    @Test
    void aFreeRetakeKeepsTheFeeForTheNextPhoto() {
        Walk walk = bound(t -> t.onRejection = OnRejection.FREE_RETAKE);
        submit(walk, Map.of()).expect(200);
        journeys.pay(walk);
        journeys.decide(walk, "REJECT", List.of("blur"));

        assertThat(home(walk).<String>at("cards.0.order.status")).isEqualTo("PAID");
        assertThat(submit(walk, Map.of()).expect(200).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void betweenTwoWindowsNothingIsTakenAndNothingIsDeleted() {
        Walk walk = bound(t -> {
            t.feeMinor = 0;
            t.makeUpOpensAt = MutableClock.START.plus(Duration.ofDays(40));
            t.makeUpClosesAt = MutableClock.START.plus(Duration.ofDays(50));
        });
        submit(walk, Map.of()).expect(200);
        clock.advance(Duration.ofDays(31));

        journeys.decide(walk, "REJECT", List.of("blur"));
        Walk later = new Walk(people.again(walk.token()), walk.campaign(), walk.captureNo());
        assertThat(journeys.status(later)).isEqualTo("REJECTED");
        ticket(later, "CAMERA").expectProblem(409, "campaign-not-open");

        clock.advance(Duration.ofDays(10));
        Walk madeUp = new Walk(people.again(walk.token()), walk.campaign(), walk.captureNo());
        assertThat(submit(madeUp, Map.of()).expect(200).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void whoWasCapturedBeforeIsRefusedAllowedOrAskedAsTheCampaignSays() {
        String code = codes.aCode(school);
        Campaign first = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
        Walk walk = journeys.bind(people.aStudent(), first, code);
        submit(walk, Map.of()).expect(200);
        journeys.decide(walk, "ACCEPT", List.of());
        Campaign forbids = later("aa11", AlreadyCaptured.FORBIDDEN);
        Campaign allows = later("aa12", AlreadyCaptured.ALLOWED);
        Campaign requires = later("aa13", AlreadyCaptured.REQUIRED);

        journeys.createCapture(walk.token(), forbids, code).expectProblem(409, "already-captured");
        journeys.createCapture(walk.token(), allows, code).expect(201);
        journeys.createCapture(walk.token(), requires, code).expect(201);
        Http.Reply seen = http.as(walk.token())
                .get("/api/v1/student/campaigns?schoolCode=" + school.code() + "&featureCode=aa13")
                .expect(200);
        assertThat(seen.<String>at("alreadyCapturedText")).isEqualTo("已采集者须重拍");
    }

    @Test
    void whoWasCapturedInAFormerYearIsStillKnownAfterTheDataWasDeleted() {
        String code = codes.aCode(school);
        Walk walk = journeys.bind(people.aStudent(), campaigns.anOpenCampaign(school, t -> t.feeMinor = 0), code);
        submit(walk, Map.of()).expect(200);
        journeys.decide(walk, "ACCEPT", List.of());
        captures.forwarded(walk.captureNo());
        captures.verified(walk.captureNo(), "同一人");
        expiry.forgetSettled(walk.captureNo(), Duration.ZERO, List.of());
        jobs.runDue();
        Http.Reply gone = http.as(walk.token()).get("/api/v1/student/captures/" + walk.captureNo());
        assertThat(gone.<Object>at("facts")).isNull();
        assertThat(http.as(walk.token()).get("/api/v1/student/messages").text()).contains("照片与个人信息已删除");

        journeys.createCapture(walk.token(), later("aa21", AlreadyCaptured.FORBIDDEN), code)
                .expectProblem(409, "already-captured");
    }

    private Campaign later(String featureCode, AlreadyCaptured policy) {
        return campaigns.anOpenCampaign(school, t -> {
            t.featureCode = featureCode;
            t.feeMinor = 0;
            t.alreadyCaptured = policy;
        });
    }
}
