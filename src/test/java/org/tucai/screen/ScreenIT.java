package org.tucai.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.web.Language;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** What a phone on a bad network relies on. */
@TucaiTest
class ScreenIT {
    private static final String HOME = "/api/v1/student/screens/home";

    private final Http http;
    private final People people;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final CaptureService captures;
    private final DueJobs jobs;
    private final MutableClock clock;

    ScreenIT(
            Http http,
            People people,
            Journeys journeys,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            CaptureService captures,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.codes = codes;
        this.captures = captures;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Test
    void aScreenThatLooksTheSameIsNotSentAgain() {
        Journeys.Walk walk = journeys.aBoundStudent();
        Http student = http.as(walk.token());
        String tag = student.get(HOME).expect(200).header("ETag");

        Http.Reply same = student.get(HOME, "If-None-Match", "W/\"other\", " + tag);
        Http.Reply otherLanguage = student.get(HOME, "If-None-Match", tag, "Accept-Language", "en");
        journeys.submit(walk);
        Http.Reply changed = student.get(HOME, "If-None-Match", tag);

        same.expect(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(tag);
        otherLanguage.expect(200);
        changed.expect(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void whoSignedInWithWeChatIsAskedForAPhoneNumberBeforeTheCode() {
        String phone = "13900007788";
        String token = http.post("/api/v1/student/wechat-sessions", Map.of("code", "sandbox-new"))
                .expect(200)
                .at("accessToken");
        Http student = http.as(token);
        assertThat(student.get(HOME).<String>at("nextStep.code")).isEqualTo("VERIFY_PHONE");
        assertThat(student.get(HOME).<String>at("nextStep.hint")).startsWith("请先验证手机号");

        student.post("/api/v1/student/account/phones", Map.of("phone", phone, "code", people.smsCode(phone)))
                .expect(200);

        assertThat(student.get(HOME).<String>at("nextStep.code")).isEqualTo("OPEN_CODE");
    }

    @Test
    void whoClosedTheProgramBeforeTheCaptureBeganGoesOnWithTheCode() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String token = people.aStudent();
        Http student = http.as(token);
        String code = codes.aCode(school);
        student.post("/api/v1/student/codes", Map.of("text", codes.aCode(school)))
                .expect(201);
        String codeNo = student.post("/api/v1/student/codes", Map.of("text", code))
                .expect(201)
                .at("no");

        Http.Reply home = student.get(HOME).expect(200);

        assertThat(home.<String>at("nextStep.code")).isEqualTo("GO_ON_WITH_CODE");
        assertThat(home.<String>at("nextStep.codeNo")).as("the newest").isEqualTo(codeNo);
        clock.advance(Duration.ofMinutes(30));
        String later = people.again(token);
        assertThat(http.as(later).get(HOME).<String>at("nextStep.code")).isEqualTo("OPEN_CODE");
        Journeys.Walk walk = journeys.bind(later, campaign, code);
        assertThat(journeys.nextStep(walk)).isEqualTo("SHOOT");
        journeys.giveUp(walk);
        assertThat(journeys.nextStep(walk))
                .as("the code that the capture began with is done with")
                .isEqualTo("OPEN_CODE");
    }

    @Test
    void anEndedCaptureDoesNotDetermineTheStudentsNextStep() {
        Journeys.Walk ended = journeys.aBoundStudent();
        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + ended.campaign().no() + "/closings", null, "If-Match", "*")
                .expect(200);
        journeys.runDue();
        assertThat(journeys.status(ended)).isEqualTo("EXPIRED");

        assertThat(journeys.nextStep(ended)).as("another code may be opened").isEqualTo("OPEN_CODE");
        School school = campaigns.aSchool();
        Journeys.Walk done = journeys.bind(
                ended.token(), campaigns.anOpenCampaign(school, t -> t.feeMinor = 0), codes.aCode(school));
        journeys.submit(done);
        journeys.decide(done, "ACCEPT", List.of());
        captures.forwarded(done.captureNo());
        captures.verified(done.captureNo(), "同一人");
        check(done);

        assertThat(journeys.nextStep(done)).isEqualTo("DONE");
        assertThat(http.as(done.token()).get(HOME).<String>at("cards.1.nextStep.code"))
                .as("on its own card")
                .isEqualTo("CONTACT_UNIT");
    }

    @Test
    void ofTwoCapturesTheOneThatIsMoreUrgentDeterminesTheNextStepAndOfEquallyUrgentOnesTheNewer() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        Journeys.Walk older = journeys.aBoundStudent(school, campaign);
        Journeys.Walk newer = journeys.bind(older.token(), campaign, codes.aCode(school));
        Http student = http.as(older.token());
        assertThat(student.get(HOME).<String>at("nextStep.captureNo")).isEqualTo(newer.captureNo());

        journeys.submit(older);

        Http.Reply home = student.get(HOME);
        assertThat(home.<String>at("nextStep.code")).as("before SHOOT").isEqualTo("PAY");
        assertThat(home.<String>at("nextStep.captureNo")).isEqualTo(older.captureNo());
    }

    @Test
    void aStudentWithADoubtfulConclusionIsSentToTheSchool() {
        Journeys.Walk walk = journeys.anAcceptedStudent();
        captures.forwarded(walk.captureNo());
        captures.verified(walk.captureNo(), "非同一人");
        assertThat(journeys.nextStep(walk)).as("asked for first").isEqualTo("PROOFREAD");
        assertThat(http.as(walk.token()).get(HOME).<String>at("nextStep.hint")).contains("请同时尽快联系学校老师");
        check(walk);

        assertThat(journeys.nextStep(walk)).isEqualTo("CONTACT_SCHOOL");
        Http.Reply told = http.as(walk.token()).get("/api/v1/student/messages", "Accept-Language", "en");
        assertThat(told.text()).contains("contact your school soon").doesNotContain("verified");
        assertThat(http.as(walk.token()).get(HOME, "Accept-Language", "en").<String>at("cards.0.capture.statusText"))
                .isEqualTo("Identity checked");
        captures.verified(walk.captureNo(), "同一人");
        assertThat(journeys.nextStep(walk)).isEqualTo("DONE");
    }

    @Test
    void theConclusionOfOneEnrolmentIsShownWhileAnotherHasNone() {
        Journeys.Walk verified = journeys.anAcceptedStudent();
        captures.forwarded(verified.captureNo());
        captures.verified(verified.captureNo(), "非同一人");
        check(verified);
        clock.advance(Duration.ofSeconds(1));
        School school = campaigns.aSchool();
        journeys.bind(verified.token(), campaigns.anOpenCampaign(school, t -> {}), codes.aCode(school));

        Http.Reply home = http.as(verified.token()).get(HOME, "Accept-Language", "en");

        assertThat(home.<String>at("cards.0.capture.conclusion")).isNull();
        assertThat(home.<String>at("cards.1.capture.conclusionText")).isEqualTo("not the same person");
        assertThat(home.<String>at("cards.1.nextStep.code")).isEqualTo("CONTACT_SCHOOL");
    }

    @Test
    void aForgottenPictureDoesNotWaitForTheAuthority() {
        Journeys.Walk walk = journeys.anAcceptedStudent();
        captures.forwarded(walk.captureNo());
        check(walk);
        assertThat(journeys.nextStep(walk)).isEqualTo("WAIT_FOR_AUTHORITY");

        clock.advance(Duration.ofDays(365 + 181));
        jobs.runDue();
        jobs.runRecurring("retention");

        assertThat(captures.require(walk.captureNo()).factsSealed()).isNull();
        assertThat(journeys.nextStep(new Journeys.Walk(people.again(walk.token()), walk.campaign(), walk.captureNo())))
                .isEqualTo("DONE");
    }

    @Test
    void theHintDoesNotAskForAWhiteWallWhereTheCampaignWantsAnotherColour() {
        Journeys.Walk usual = journeys.aBoundStudent();
        School school = campaigns.aSchool();
        Journeys.Walk blue = journeys.aBoundStudent(
                school, campaigns.anOpenCampaign(school, t -> t.backgroundColours = List.of("#64C5FF")));

        assertThat(http.as(usual.token()).get(HOME).<String>at("nextStep.hint")).contains("白墙");
        Http.Reply home = http.as(blue.token()).get(HOME);
        assertThat(home.<String>at("nextStep.hint")).doesNotContain("白墙");
        assertThat(home.<List<String>>at("cards.0.campaign.backgroundColours")).containsExactly("#64C5FF");
    }

    @Test
    void aStudentWhoPaysFirstIsNotToldThatPayingCompletesTheCapture() {
        Journeys.Walk after = journeys.aBoundStudent();
        journeys.submit(after);
        School school = campaigns.aSchool();
        Journeys.Walk first = journeys.aBoundStudent(
                school, campaigns.anOpenCampaign(school, t -> t.payWhen = PayWhen.BEFORE_SHOOTING));

        assertThat(http.as(after.token()).get(HOME).<String>at("nextStep.hint")).contains("支付完成后才算采集完成");
        assertThat(journeys.nextStep(first)).isEqualTo("PAY");
        assertThat(http.as(first.token()).get(HOME).<String>at("nextStep.hint"))
                .contains("支付后再拍摄照片")
                .doesNotContain("采集完成");
    }

    @Test
    void aStudentWhoPaysFirstAndWasRejectedIsToldToPayForTakingThePhotoAgain() {
        School school = campaigns.aSchool();
        Journeys.Walk walk = journeys.aBoundStudent(
                school, campaigns.anOpenCampaign(school, t -> t.payWhen = PayWhen.BEFORE_SHOOTING));
        journeys.pay(walk);
        journeys.submit(walk);

        journeys.decide(walk, "REJECT", List.of("blur"));

        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");
        assertThat(http.as(walk.token()).get(HOME).<String>at("nextStep.hint")).contains("支付后再按所示原因重新拍摄");
        assertThat(http.as(walk.token()).get(HOME, "Accept-Language", "en").<String>at("nextStep.hint"))
                .contains("taken again");
    }

    /** A manager may turn paying first on while a student looks at the photo. */
    @Test
    void aStudentWithAPhotoIsNotAdvisedToTakeAnotherThatWouldHaveToBePaidFirst() {
        Journeys.Walk walk = journeys.aBoundStudent();
        journeys.shoot(walk, journeys.aPortrait()).expect(200);
        http.as(people.aManager())
                .put(
                        "/api/v1/admin/campaigns/" + walk.campaign().no() + "/terms",
                        CampaignFixtures.terms(t -> t.payWhen = PayWhen.BEFORE_SHOOTING),
                        "If-Match",
                        "*")
                .expect(200);
        journeys.runDue();
        Http student = http.as(walk.token());

        student.post("/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets", Map.of("source", "CAMERA"))
                .expectProblem(409, "pay-first");
        assertThat(student.get(HOME).<String>at("nextStep.code")).isEqualTo("SUBMIT");
        assertThat(student.get(HOME).<String>at("nextStep.hint")).isEqualTo("请仔细查看照片，要重拍须先支付，确认后提交审核。");
        assertThat(student.get(HOME, "Accept-Language", "en").<String>at("nextStep.hint"))
                .contains("to take a new one, you have to pay first");
    }

    @Test
    void aCancelledCaptureThatWasBegunAnewAsksForNoOtherCode() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String code = codes.aCode(school);
        Journeys.Walk first = journeys.bind(people.aStudent(), campaign, code);
        Http student = http.as(first.token());
        student.post("/api/v1/student/captures/" + first.captureNo() + "/cancellations", null)
                .expect(200);
        String card = "/api/v1/student/screens/captures/" + first.captureNo();
        assertThat(student.get(card).<String>at("card.nextStep.code")).isEqualTo("OPEN_CODE");

        clock.advance(Duration.ofMinutes(1));
        journeys.bind(first.token(), campaign, code);

        assertThat(student.get(card).<String>at("card.nextStep.code")).isEqualTo("DONE");
        assertThat(student.get(card).<String>at("card.nextStep.hint")).isEqualTo("这次采集已结束，您在本批次有新的采集，无需操作。");
        assertThat(student.get(HOME).<String>at("nextStep.code")).isEqualTo("SHOOT");
    }

    @Test
    void theDayOnTheScreenIsTheDayInTheMessage() {
        Journeys.Walk waiting = journeys.aStudentInReview();
        Journeys.Walk accepted = journeys.anAcceptedStudent();

        assertThat(messages(waiting)).contains("最迟" + Language.ZH.day(LocalDate.parse(card(waiting, "review.dueDay"))));
        assertThat(messages(accepted))
                .contains("最迟在" + Language.ZH.day(LocalDate.parse(card(accepted, "check.dueDay"))));
    }

    private <T> T card(Journeys.Walk walk, String what) {
        return http.as(walk.token()).get(HOME).expect(200).at("cards.0." + what);
    }

    private String messages(Journeys.Walk walk) {
        return http.as(walk.token()).get("/api/v1/student/messages").expect(200).text();
    }

    @Test
    void aCachedOrderIsSentAgainInAnotherLanguage() {
        Journeys.Walk walk = journeys.aBoundStudent();
        journeys.submit(walk);
        Http student = http.as(walk.token());
        String order = "/api/v1/student/orders/" + student.get(HOME).at("cards.0.order.no");
        String tag = student.get(order).expect(200).header("ETag");

        student.get(order, "If-None-Match", tag).expect(304);
        Http.Reply english = student.get(order, "If-None-Match", tag, "Accept-Language", "en")
                .expect(200);

        assertThat(english.<String>at("statusText")).isEqualTo("Awaiting payment");
    }

    private void check(Journeys.Walk walk) {
        Http student = http.as(walk.token());
        String check = "/api/v1/student/proofreadings/"
                + student.get("/api/v1/student/proofreadings").list().getFirst().get("no");
        student.post(check + "/answers", Map.of("answer", "CORRECT")).expect(201);
        student.post(check + "/confirmations", Map.of("answer", "CORRECT")).expect(201);
    }

    @Test
    void aPictureThatThePhoneHasIsNotSentAgain() {
        Journeys.Walk walk = journeys.aBoundStudent();
        Http student = http.as(walk.token());
        String picture = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("pictureUrl");

        Http.Reply whole = student.get(picture).expect(200);
        Http.Reply small = student.get(picture + "?width=120").expect(200);

        assertThat(small.body().length).isLessThan(whole.body().length);
        assertThat(small.header("ETag")).isNotEqualTo(whole.header("ETag"));
        assertThat(student.get(picture, "If-None-Match", whole.header("ETag"))
                        .expect(304)
                        .body())
                .isEmpty();
        student.get(picture + "?width=120", "If-None-Match", whole.header("ETag"))
                .expect(200);
    }

    @Test
    void bodiesComeCompressed() {
        Journeys.Walk walk = journeys.aBoundStudent();

        Http.Reply home =
                http.as(walk.token()).get(HOME, "Accept-Encoding", "gzip").expect(200);

        assertThat(home.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(home.<String>at("nextStep.code")).isEqualTo("SHOOT");
    }

    @Test
    void textsComeInTheLanguageTheClientLikesBest() {
        Http student = http.as(people.aStudent());

        assertThat(hint(student, "en")).isEqualTo("Upload your code");
        assertThat(hint(student, "en-GB,zh;q=0.5")).isEqualTo("Upload your code");
        assertThat(hint(student, "en;q=0.4,zh-CN;q=0.9")).isEqualTo("上传采集码");
        assertThat(hint(student, "fr")).isEqualTo("上传采集码");
        assertThat(hint(student, "en;q=0")).isEqualTo("上传采集码");
    }

    private static String hint(Http student, String language) {
        return student.get(HOME, "Accept-Language", language).expect(200).at("nextStep.title");
    }

    @Test
    void timesHaveAnOffsetAndMoneyIsInFen() {
        Journeys.Walk walk = journeys.aBoundStudent();
        journeys.submit(walk);

        Http.Reply home = http.as(walk.token()).get(HOME).expect(200);

        assertThat(home.<String>at("cards.0.campaign.closesAt")).isEqualTo("2026-05-20T10:00:00+08:00");
        assertThat(home.<Map<String, Object>>at("cards.0.order.total"))
                .isEqualTo(Map.of("minor", 1500, "currency", "CNY"));
        assertThat(home.<Integer>at("unreadMessages")).isNotNegative();
    }

    @Test
    void eachCardShowsItsOwnCampaignAndOrder() {
        String token = people.aStudent();
        Journeys.Walk free = bound(token, 0);
        Journeys.Walk paid = bound(token, 2000);
        journeys.submit(free);
        journeys.submit(paid);

        Http.Reply home = http.as(token).get(HOME).expect(200);

        assertThat(List.<String>of(home.at("cards.0.campaign.no"), home.at("cards.1.campaign.no")))
                .containsExactlyInAnyOrder(free.campaign().no(), paid.campaign().no());
        int payable = home.at("cards.0.capture.no").equals(paid.captureNo()) ? 0 : 1;
        assertThat(home.<Integer>at("cards." + payable + ".order.total.minor")).isEqualTo(2000);
        assertThat(home.<String>at("cards." + payable + ".nextStep.code")).isEqualTo("PAY");
        assertThat(home.<Integer>at("cards." + (1 - payable) + ".order.total.minor"))
                .isZero();
        assertThat(home.<String>at("nextStep.captureNo")).isEqualTo(paid.captureNo());
    }

    @Test
    void anOrderWithNothingToPayIsNotCalledPaid() {
        Journeys.Walk walk = bound(people.aStudent(), 0);
        journeys.submit(walk);

        assertThat(this.<String>card(walk, "order.statusText")).isEqualTo("无需支付");
        assertThat(http.as(walk.token())
                        .get("/api/v1/student/orders", "Accept-Language", "en")
                        .<String>at("items.0.statusText"))
                .isEqualTo("Nothing to pay");
    }

    @ParameterizedTest
    @EnumSource
    void afterTheTimeToPayNobodyIsAskedToPayWhileTheChannelIsSilent(PayWhen payWhen, Rows rows) {
        School school = campaigns.aSchool();
        Journeys.Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.payWhen = payWhen));
        if (payWhen == PayWhen.AFTER_SHOOTING) {
            journeys.submit(walk);
        }
        String order = card(walk, "order.no");
        http.as(walk.token())
                .post("/api/v1/student/orders/" + order + "/payments", null)
                .expect(201);
        rows.change("UPDATE payment SET gateway = 'gone'");
        rows.change("UPDATE purchase_order SET pay_by = '2026-04-20 03:00:00'");
        assertThat(this.<Boolean>card(walk, "order.payable")).isTrue();

        clock.advance(Duration.ofHours(2));
        jobs.runDue();

        Journeys.Walk later = new Journeys.Walk(people.again(walk.token()), walk.campaign(), walk.captureNo());
        assertThat(journeys.nextStep(later)).isEqualTo("WAIT_FOR_PAYMENT");
        assertThat(this.<String>card(later, "nextStep.hint")).contains("正在与支付通道核对");
        assertThat(this.<Boolean>card(later, "order.payable")).isFalse();
        assertThat(this.<String>card(later, "order.statusText")).isEqualTo("支付时间已过，核对中");
    }

    @ParameterizedTest
    @EnumSource
    void afterTheCampaignsEndNobodyIsAskedToPayWhileTheChannelIsSilent(PayWhen payWhen, Rows rows) {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.payWhen = payWhen);
        Journeys.Walk walk = journeys.aBoundStudent(school, campaign);
        if (payWhen == PayWhen.AFTER_SHOOTING) {
            journeys.submit(walk);
        }
        String payments = "/api/v1/student/orders/" + card(walk, "order.no") + "/payments";
        http.as(walk.token()).post(payments, null).expect(201);
        rows.change("UPDATE payment SET gateway = 'gone'");

        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expect(200);
        jobs.runDue();

        assertThat(journeys.nextStep(walk)).isEqualTo("WAIT_FOR_PAYMENT");
        assertThat(this.<String>card(walk, "nextStep.hint")).contains("未付款的不再收费，采集已截止");
        assertThat(this.<Boolean>card(walk, "order.payable")).isFalse();
        http.as(walk.token()).post(payments, null).expectPlainProblem(409, "order-not-awaiting-payment");
    }

    private Journeys.Walk bound(String token, long fee) {
        School school = campaigns.aSchool();
        return journeys.bind(
                token, campaigns.anOpenCampaign(school, t -> t.feeMinor = fee), codes.aCode(codes.aStudent(school)));
    }

    @Test
    void theNewestPhotoComesFirst() {
        Journeys.Walk walk = journeys.aBoundStudent();
        String former = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        String newest = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");

        Http.Reply progress = http.as(walk.token()).get("/api/v1/student/screens/captures/" + walk.captureNo());

        assertThat(Http.column(progress.at("photos"), "no")).containsExactly(newest, former);
    }

    @Test
    void eachScreenIsFilledByOneCall() {
        Journeys.Walk walk = journeys.aStudentInReview();
        Http student = http.as(walk.token());

        Http.Reply progress = student.get("/api/v1/student/screens/captures/" + walk.captureNo())
                .expect(200);
        String photo = "/api/v1/student/captures/" + walk.captureNo() + "/photos/" + progress.at("photos.0.no");
        String order = "/api/v1/student/orders/" + progress.at("card.order.no");

        assertThat(Http.column(progress.at("steps"), "status")).containsSubsequence("TO_UPLOAD", "TO_PAY", "IN_REVIEW");
        assertThat(progress.<List<?>>at("photos.0.checks")).isNotEmpty();
        assertThat(student.get(photo).expect(200).<List<?>>at("checks")).isNotEmpty();
        assertThat(student.get(photo).<String>at("checks.0.name")).isEqualTo("文件格式");
        assertThat(student.get(photo).<String>at("checks.2.unit")).isEqualTo("px（宽）");
        Http.Reply english = student.get(photo, "Accept-Language", "en");
        assertThat(english.<String>at("checks.0.name")).isEqualTo("File format");
        assertThat(english.<String>at("checks.2.unit")).isEqualTo("px, width");
        assertThat(student.get(order).expect(200).<List<?>>at("lines")).isNotEmpty();
        assertThat(student.get("/api/v1/student/messages").expect(200).<List<?>>at("items"))
                .isNotNull();
    }
}
