package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCode;
import org.tucai.capturecode.CaptureCodePicture;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** 现场采集: everything by the operator, for a student without an account; later the student's own account takes it over. */
@TucaiTest
class OnSiteIT {
    private static final String HERE = "/api/v1/review/on-site-captures";

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final Journeys journeys;
    private final CaptureService captures;
    private final ConsentRepository consents;
    private final DueJobs jobs;
    private final CaptureCodeService codeService;
    private final BindingService binding;
    private final ConsentNotice notice;
    private final HeldTransaction held;
    private final Rows rows;
    private School school;
    private Http operator;

    OnSiteIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            Journeys journeys,
            CaptureService captures,
            ConsentRepository consents,
            DueJobs jobs,
            CaptureCodeService codeService,
            BindingService binding,
            ConsentNotice notice,
            HeldTransaction held,
            Rows rows) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.journeys = journeys;
        this.captures = captures;
        this.consents = consents;
        this.jobs = jobs;
        this.codeService = codeService;
        this.binding = binding;
        this.notice = notice;
        this.held = held;
        this.rows = rows;
    }

    @BeforeEach
    void anOperator() {
        school = campaigns.aSchool();
        operator = http.as(people.aReviewer());
    }

    private Campaign onSite(Consumer<CampaignFixtures.Terms> change) {
        return campaigns.anOpenCampaign(school, t -> {
            t.mode = CaptureMode.ON_SITE;
            t.feeMinor = 0;
            change.accept(t);
        });
    }

    private String confirmed(String code) {
        String codeNo =
                operator.post(HERE + "/codes", Map.of("code", code)).expect(201).at("codeNo");
        operator.post(HERE + "/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                .expect(200);
        return codeNo;
    }

    private Http.Reply begin(Campaign campaign, String codeNo) {
        String version = operator.get(HERE + "/consent-notice").expect(200).at("version");
        return operator.post(
                HERE, Map.of("codeNo", codeNo, "featureCode", campaign.featureCode(), "consentVersion", version));
    }

    private String begun(Campaign campaign, String code) {
        return begin(campaign, confirmed(code)).expect(201).at("capture.no");
    }

    private String shot(String captureNo) {
        return operator.send("PUT", HERE + "/" + captureNo + "/photo", "image/jpeg", journeys.aPortrait())
                .expect(200)
                .at("no");
    }

    private Http.Reply submitted(String captureNo) {
        return operator.post(HERE + "/" + captureNo + "/submissions", Map.of("photoNo", shot(captureNo)))
                .expect(200);
    }

    private Http.Reply decide(String captureNo, String decision) {
        Map<String, Object> body = new HashMap<>(Map.of("decision", decision));
        if (decision.equals("REJECT")) {
            body.put("reasons", List.of("blur"));
        }
        return operator.post(HERE + "/" + captureNo + "/decisions", body);
    }

    private Http.Reply bindByStudent(String token, Campaign campaign, String code) {
        return journeys.createCapture(token, campaign, code);
    }

    @Test
    void theOperatorDoesAllForAStudentWithoutAnAccount() {
        Campaign campaign = onSite(t -> {});
        byte[] picture = CaptureCodePicture.png(codes.aCode(school));
        operator.send("POST", HERE + "/codes", "image/png", new byte[0]).expectProblem(422, "code-picture-unreadable");
        String codeNo = operator.send("POST", HERE + "/codes", "image/png", picture)
                .expect(201)
                .at("codeNo");
        begin(campaign, codeNo).expectProblem(409, "code-not-confirmed");
        operator.post(HERE + "/codes/" + codeNo + "/confirmations", Map.of("lastFour", "0000"))
                .expectProblem(422, "wrong-last-four");
        operator.post(HERE + "/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                .expect(200);

        String no = begin(campaign, codeNo).expect(201).at("capture.no");
        assertThat(submitted(no).<String>at("capture.status")).isEqualTo("IN_REVIEW");
        decide(no, "ACCEPT").expect(200);

        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.ACCEPTED);
        assertThat(consents.findByCaptureNoOrderById(no))
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.recordedBy()).startsWith("REVIEWER:"))
                .allSatisfy(c -> assertThat(c.textVersion()).isNotBlank());
        decide(no, "ACCEPT").expectProblem(404, "not-found");
    }

    @Test
    void nothingBeginsWithoutTheStudentsConsent() {
        Campaign campaign = onSite(t -> {});
        String codeNo = confirmed(codes.aCode(school));

        operator.post(HERE, Map.of("codeNo", codeNo, "featureCode", campaign.featureCode()))
                .expectProblem(422, "consent-missing");
        operator.post(
                        HERE,
                        Map.of("codeNo", codeNo, "featureCode", campaign.featureCode(), "consentVersion", "1999-01"))
                .expectProblem(409, "consent-outdated");
    }

    @Test
    void aRejectedPhotoIsTakenAgainOnTheSpot() {
        String no = begun(onSite(t -> {}), codes.aCode(school));
        submitted(no);
        decide(no, "REJECT").expect(200);
        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.REJECTED);

        submitted(no);
        decide(no, "ACCEPT").expect(200);

        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.ACCEPTED);
    }

    @Test
    void whoMustBeShotAgainIsAskedToComeAndNotToOpenTheMiniProgram() {
        Journeys.Walk walk = journeys.bind(people.aStudent(), onSite(t -> {}), codes.aCode(school));
        submitted(walk.captureNo());
        decide(walk.captureNo(), "REJECT").expect(200);
        submitted(walk.captureNo());
        decide(walk.captureNo(), "ACCEPT").expect(200);
        captures.erratum(walk.captureNo(), "照片左右颠倒", Actor.SYSTEM);
        submitted(walk.captureNo());
        decide(walk.captureNo(), "ACCEPT").expect(200);
        captures.forwarded(walk.captureNo());
        captures.returned(walk.captureNo(), "背景不均匀");

        assertThat(bodies(walk, "zh"))
                .anyMatch(b -> b.contains("照片模糊") && b.contains("请再到现场拍摄"))
                .anyMatch(b -> b.contains("照片左右颠倒") && b.contains("请再到现场拍摄"))
                .anyMatch(b -> b.contains("背景不均匀") && b.contains("请再到现场拍摄"))
                .noneMatch(b -> b.contains("小程序"));
        assertThat(bodies(walk, "en"))
                .filteredOn(b -> b.contains("come on site"))
                .hasSize(3);
        assertThat(bodies(walk, "en")).noneMatch(b -> b.contains("mini program"));
    }

    private List<String> bodies(Journeys.Walk walk, String language) {
        return http
                .as(walk.token())
                .get("/api/v1/student/messages", "Accept-Language", language)
                .expect(200)
                .<List<Map<String, Object>>>at("items")
                .stream()
                .map(m -> m.get("body").toString())
                .toList();
    }

    @Test
    void aPhotoThatAnotherReviewerHoldsIsNotDecidedPastTheQueue() {
        Campaign campaign = onSite(t -> {});
        String no = begun(campaign, codes.aCode(school));
        submitted(no);
        http.as(people.aReviewer())
                .post("/api/v1/review/claims", Map.of("count", 1, "campaignNo", campaign.no()))
                .expect(200);

        decide(no, "ACCEPT").expectProblem(409, "held-by-another");
    }

    @Test
    void aFeeBeforeShootingIsPaidFirstOnSiteToo() {
        Campaign campaign = onSite(t -> {
            t.feeMinor = 1500;
            t.payWhen = PayWhen.BEFORE_SHOOTING;
        });
        String no = begun(campaign, codes.aCode(school));
        operator.send("PUT", HERE + "/" + no + "/photo", "image/jpeg", journeys.aPortrait())
                .expectProblem(409, "pay-first");

        pay(no);

        assertThat(operator.get(HERE + "/" + no).expect(200).<Boolean>at("order.paid"))
                .isTrue();
        assertThat(submitted(no).<String>at("capture.status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void aFeeAfterShootingIsPaidBeforeTheDecision() {
        String no = begun(onSite(t -> t.feeMinor = 1500), codes.aCode(school));
        assertThat(submitted(no).<String>at("capture.status")).isEqualTo("TO_PAY");
        decide(no, "ACCEPT").expectProblem(404, "not-found");

        pay(no);

        decide(no, "ACCEPT").expect(200);
        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.ACCEPTED);
    }

    private void pay(String captureNo) {
        String bundle = operator.post(HERE + "/" + captureNo + "/payments", null)
                .expect(201)
                .at("parameters.package");
        http.as(null)
                .post("/sandbox/payments/" + bundle.substring("prepay_id=".length()) + "/pay", Map.of())
                .expect(200);
        jobs.runDue();
    }

    @Test
    void theStudentsOwnAccountTakesTheCaptureOverWithAllThatBelongsToIt() {
        Campaign campaign = onSite(t -> t.feeMinor = 1500);
        String code = codes.aCode(school);
        String no = begun(campaign, code);
        submitted(no);
        pay(no);
        decide(no, "ACCEPT").expect(200);
        String student = people.aStudent();

        bindByStudent(student, campaign, code).expect(201);

        Http own = http.as(student);
        assertThat(own.get("/api/v1/student/captures/" + no).expect(200).<String>at("status"))
                .isEqualTo("IN_PRODUCTION");
        assertThat(own.get("/api/v1/student/orders").<String>at("items.0.captureNo"))
                .isEqualTo(no);
        assertThat(own.get("/api/v1/student/proofreadings").text()).contains(no);
        assertThat(own.get("/api/v1/student/messages").text()).contains("照片已通过审核");
        bindByStudent(people.aStudent(), campaign, code).expectProblem(409, "code-bound-elsewhere");
        bindByStudent(student, campaign, code).expectProblem(409, "capture-exists");
    }

    @Test
    void ofTwoAccountsAtOnceOneTakesItOver() {
        Campaign campaign = onSite(t -> {});
        String code = codes.aCode(school);
        begun(campaign, code);
        String one = people.aStudent();
        String other = people.aStudent();

        List<Object> replies = Race.of(List.of(
                () -> bindByStudent(one, campaign, code).status(),
                () -> bindByStudent(other, campaign, code).status()));

        assertThat(replies).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void whatAnOperatorBeginsIsTheSameCaptureForAColleagueInThatMoment() {
        Campaign campaign = onSite(t -> {});
        String text = codes.aCode(school);
        String codeNo = confirmed(text);

        held.of(
                begunByAColleague(campaign, text),
                () -> assertThat(begin(campaign, codeNo).expect(201).<String>at("capture.no"))
                        .isEqualTo(rows.texts("SELECT no FROM capture").getFirst()));

        assertThat(rows.number("SELECT COUNT(*) FROM capture")).isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM account")).isEqualTo(1);
    }

    @Test
    void whatAnOperatorBeginsIsTheStudentsOwnInThatMoment() {
        Campaign campaign = onSite(t -> {});
        String text = codes.aCode(school);
        String student = people.aStudent();

        held.of(
                begunByAColleague(campaign, text),
                () -> bindByStudent(student, campaign, text).expect(201));

        assertThat(rows.number("SELECT COUNT(*) FROM capture")).isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM account")).isEqualTo(1);
    }

    private Runnable begunByAColleague(Campaign campaign, String text) {
        Actor colleague = new Actor(Role.REVIEWER, "stf_00000000000000000001");
        CaptureCode code =
                codeService.confirm(codeService.open(text, colleague.no()).no(), colleague, CodeFixtures.LAST_FOUR);
        BindCapture wish = new BindCapture(campaign.featureCode(), notice.version());
        return () -> binding.bindOnSite(code, wish, colleague);
    }

    @Test
    void aCaptureTheStudentHasBoundIsFoundByItsCode() {
        Campaign campaign = onSite(t -> {});
        String code = codes.aCode(school);
        String no = journeys.bind(people.aStudent(), campaign, code).captureNo();

        assertThat(operator.post(HERE + "/codes", Map.of("code", code))
                        .expect(201)
                        .<String>at("capture.capture.no"))
                .isEqualTo(no);
        assertThat(begun(campaign, code)).isEqualTo(no);
    }

    @Test
    void onlyOnSiteCapturesAreTheOperatorsAndOnlyTheOperatorShootsThem() {
        Journeys.Walk online = journeys.aBoundStudent();
        String onSite = journeys.bind(people.aStudent(), onSite(t -> t.featureCode = "zz88"), codes.aCode(school))
                .captureNo();

        operator.get(HERE + "/" + online.captureNo()).expectProblem(404, "not-found");
        begin(online.campaign(), confirmed(codes.aCode(school))).expectProblem(404, "unknown-feature-code");
        http.as(journeys.bind(people.aStudent(), onSite(t -> t.featureCode = "zz99"), codes.aCode(school))
                        .token())
                .post("/api/v1/student/captures/" + onSite + "/upload-tickets", Map.of("source", "CAMERA"))
                .expectProblem(404, "not-found");
    }

    @Test
    void aStudentCannotUploadWhereTheOperatorShoots() {
        Journeys.Walk walk = journeys.bind(people.aStudent(), onSite(t -> {}), codes.aCode(school));

        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets", Map.of("source", "CAMERA"))
                .expectProblem(409, "only-on-site");
        assertThat(journeys.nextStep(walk)).isEqualTo("GO_ON_SITE");
    }

    @Test
    void wrongEntriesOfManyStudentsDoNotLockTheOperator() {
        Campaign campaign = onSite(t -> {});
        for (int i = 0; i < 6; i++) {
            String codeNo = operator.post(HERE + "/codes", Map.of("code", codes.aCode(school)))
                    .expect(201)
                    .at("codeNo");
            operator.post(HERE + "/codes/" + codeNo + "/confirmations", Map.of("lastFour", "9999"))
                    .expectProblem(422, "wrong-last-four");
        }

        begin(campaign, confirmed(codes.aCode(school))).expect(201);
    }
}
