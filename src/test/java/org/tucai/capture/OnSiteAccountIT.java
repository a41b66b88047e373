package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucai.capture.OnSiteDesk.HERE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCode;
import org.tucai.capturecode.CaptureCodeService;
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

/**
 * 现场采集 and the student's own account: the account takes over what was begun on site, and student and operator shoot only where they may.
 */
@TucaiTest
class OnSiteAccountIT {
    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final Journeys journeys;
    private final OnSiteDesk desk;
    private final CaptureCodeService codeService;
    private final BindingService binding;
    private final ConsentNotice notice;
    private final StudentCaptureService captures;
    private final HeldTransaction held;
    private final Rows rows;
    private School school;
    private OnSiteDesk.Operator operator;

    OnSiteAccountIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            Journeys journeys,
            OnSiteDesk desk,
            CaptureCodeService codeService,
            BindingService binding,
            ConsentNotice notice,
            StudentCaptureService captures,
            HeldTransaction held,
            Rows rows) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.journeys = journeys;
        this.desk = desk;
        this.codeService = codeService;
        this.binding = binding;
        this.notice = notice;
        this.captures = captures;
        this.held = held;
        this.rows = rows;
    }

    @BeforeEach
    void anOperator() {
        school = campaigns.aSchool();
        operator = desk.operator();
    }

    @Test
    void theStudentsOwnAccountTakesOverTheCaptureWithEverythingThatBelongsToIt() {
        Campaign campaign = desk.campaign(school, t -> t.feeMinor = 1500);
        String code = codes.aCode(school);
        String no = acceptedOnSite(campaign, code);
        acceptedOnSite(campaign, codes.aCode(school)); // somebody else's
        String student = people.aStudent();

        journeys.createCapture(student, campaign, code).expect(201);

        Http own = http.as(student);
        assertThat(own.get("/api/v1/student/captures/" + no).expect(200).<String>at("status"))
                .isEqualTo("IN_PRODUCTION");
        assertThat(Http.column(own.get("/api/v1/student/orders").at("items"), "captureNo"))
                .containsExactly(no);
        assertThat(Http.column(own.get("/api/v1/student/proofreadings").list(), "captureNo"))
                .containsExactly(no);
        assertThat(Http.column(own.get("/api/v1/student/messages").at("items"), "title"))
                .containsOnlyOnce("照片已通过审核");
        journeys.createCapture(people.aStudent(), campaign, code).expectProblem(409, "code-bound-elsewhere");
        journeys.createCapture(student, campaign, code).expectProblem(409, "capture-exists");
        assertThat(rows.texts("SELECT actor FROM audit_entry WHERE action = 'capture-bound' AND subject = ?", no))
                .singleElement()
                .satisfies(actor -> assertThat(actor).startsWith("REVIEWER:"));
        assertThat(rows.texts("SELECT subject FROM audit_entry WHERE action = 'capture-handed-over'"))
                .containsExactly(no);
    }

    private String acceptedOnSite(Campaign campaign, String code) {
        String no = operator.begun(campaign, code);
        operator.submitted(no);
        operator.pay(no);
        operator.decide(no, "ACCEPT").expect(200);
        return no;
    }

    /** As closing an account leaves them. */
    @Test
    void bothAcceptedPicturesOfAClosedAccountAreTakenOverByTheNewOne() {
        Campaign campaign = desk.campaign(school, t -> {});
        List<String> enrolments = List.of(codes.aCode(school), codes.aCode(school));
        String student = people.aStudent();
        enrolments.forEach(code -> {
            String no = journeys.bind(student, campaign, code).captureNo();
            operator.submitted(no);
            operator.decide(no, "ACCEPT").expect(200);
        });
        http.as(student).delete("/api/v1/student/account").expect(204);
        String again = people.aStudent();

        enrolments.forEach(code -> journeys.createCapture(again, campaign, code).expect(201));

        assertThat(rows.number("SELECT COUNT(DISTINCT account_no) FROM capture"))
                .isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM account")).isEqualTo(1);
    }

    @Test
    void ofTwoAccountsAtOnceOneTakesTheCaptureOver() {
        Campaign campaign = desk.campaign(school, t -> {});
        String code = codes.aCode(school);
        operator.begun(campaign, code);
        String one = people.aStudent();
        String other = people.aStudent();

        List<Object> replies = Race.of(List.of(
                () -> journeys.createCapture(one, campaign, code).at("code"),
                () -> journeys.createCapture(other, campaign, code).at("code")));

        assertThat(replies).containsExactlyInAnyOrder(null, "code-bound-elsewhere");
    }

    @Test
    void ofTwoAccountsThatBindACodeAtOnceTheSecondIsToldSo() {
        Campaign campaign = desk.campaign(school, t -> {});
        String code = codes.aCode(school);
        String other = people.aStudent();

        held.of(
                takenOver(campaign, code),
                () -> journeys.createCapture(other, campaign, code).expectProblem(409, "code-bound-elsewhere"));
    }

    /** The student's request has found it, and waits for it. */
    @Test
    void aCaptureThatEndsAtTheMomentOfItsTakeoverIsNotTakenOver() {
        Campaign campaign = desk.campaign(school, t -> {});
        String code = codes.aCode(school);
        String ended = operator.begun(campaign, code);
        String unclaimed = rows.texts("SELECT account_no FROM capture").getFirst();
        String student =
                http.as(people.aStudent()).get("/api/v1/student/account").at("no");
        CaptureCode confirmed = confirmed(code, new Actor(Role.STUDENT, student));
        BindCapture wish = new BindCapture(campaign.featureCode(), notice.version());

        held.of(
                () -> captures.cancel(ended, unclaimed),
                () -> assertThat(binding.bind(student, confirmed, wish).no()).isNotEqualTo(ended));

        assertThat(rows.texts("SELECT account_no FROM capture WHERE no = ?", ended))
                .containsExactly(unclaimed);
    }

    /** Neither is the last to leave the former account, as each sees it. */
    @Test
    void anAccountWhoseTwoCapturesAreTakenOverAtOnceIsDeleted() {
        Campaign campaign = desk.campaign(school, t -> {});
        List<String> enrolments = List.of(codes.aCode(school), codes.aCode(school));
        String former = people.aStudent();
        enrolments.forEach(code -> {
            String no = journeys.bind(former, campaign, code).captureNo();
            operator.submitted(no);
            operator.decide(no, "ACCEPT").expect(200);
        });
        http.as(former).delete("/api/v1/student/account").expect(204);

        held.of(takenOver(campaign, enrolments.getFirst()), takenOver(campaign, enrolments.getLast()));

        assertThat(rows.number("SELECT COUNT(*) FROM account WHERE phone_index IS NULL"))
                .isZero();
    }

    private Runnable takenOver(Campaign campaign, String text) {
        String account =
                http.as(people.aStudent()).get("/api/v1/student/account").at("no");
        CaptureCode code = confirmed(text, new Actor(Role.STUDENT, account));
        BindCapture wish = new BindCapture(campaign.featureCode(), notice.version());
        return () -> binding.bind(account, code, wish);
    }

    @Test
    void twoOperatorsWhoBeginTheSameStudentAtOnceGetTheSameCapture() {
        Campaign campaign = desk.campaign(school, t -> {});
        String text = codes.aCode(school);
        String codeNo = operator.confirmed(text);

        held.of(
                begunByAColleague(campaign, text),
                () -> assertThat(operator.begin(campaign, codeNo).expect(201).<String>at("capture.no"))
                        .isEqualTo(rows.texts("SELECT no FROM capture").getFirst()));

        assertThat(rows.number("SELECT COUNT(*) FROM capture")).isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM account")).isEqualTo(1);
    }

    @Test
    void anOperatorAndTheStudentWhoBeginAtOnceGetTheSameCapture() {
        Campaign campaign = desk.campaign(school, t -> {});
        String text = codes.aCode(school);
        String student = people.aStudent();

        held.of(
                begunByAColleague(campaign, text),
                () -> journeys.createCapture(student, campaign, text).expect(201));

        assertThat(rows.number("SELECT COUNT(*) FROM capture")).isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM account")).isEqualTo(1);
    }

    private Runnable begunByAColleague(Campaign campaign, String text) {
        Actor colleague = new Actor(Role.REVIEWER, "stf_00000000000000000001");
        CaptureCode code = confirmed(text, colleague);
        BindCapture wish = new BindCapture(campaign.featureCode(), notice.version());
        return () -> binding.bindOnSite(code, wish, colleague);
    }

    private CaptureCode confirmed(String text, Actor by) {
        return codeService.confirm(codeService.open(text, by.no()).no(), by, CodeFixtures.LAST_FOUR);
    }

    @Test
    void anOperatorFindsACaptureThatTheStudentBoundByItsCode() {
        Campaign campaign = desk.campaign(school, t -> {});
        String code = codes.aCode(school);
        String no = journeys.bind(people.aStudent(), campaign, code).captureNo();

        assertThat(operator.http
                        .post(HERE + "/codes", Map.of("code", code))
                        .expect(201)
                        .<String>at("capture.capture.no"))
                .isEqualTo(no);
        assertThat(operator.begun(campaign, code)).isEqualTo(no);
    }

    @Test
    void operatorsSeeOnlyOnSiteCapturesAndOtherStudentsCannotShootThem() {
        String code = codes.aCode(school);
        Journeys.Walk online =
                journeys.bind(people.aStudent(), campaigns.anOpenCampaign(school, t -> t.feeMinor = 0), code);
        journeys.submit(online);
        String onSite = journeys.bind(
                        people.aStudent(), desk.campaign(school, t -> t.featureCode = "zz88"), codes.aCode(school))
                .captureNo();

        operator.http.get(HERE + "/" + online.captureNo()).expectProblem(404, "not-found");
        operator.http
                .post(HERE + "/" + online.captureNo() + "/submissions", Map.of("photoNo", "pho_1"))
                .expectProblem(409, "not-on-site");
        operator.decide(online.captureNo(), "ACCEPT").expectProblem(404, "not-found");
        assertThat(operator.http
                        .post(HERE + "/codes", Map.of("code", code))
                        .expect(201)
                        .<Object>at("capture"))
                .isNull();
        operator.begin(online.campaign(), operator.confirmed(codes.aCode(school)))
                .expectProblem(409, "not-on-site");
        http.as(journeys.bind(
                                people.aStudent(),
                                desk.campaign(school, t -> t.featureCode = "zz99"),
                                codes.aCode(school))
                        .token())
                .post("/api/v1/student/captures/" + onSite + "/upload-tickets", Map.of("source", "CAMERA"))
                .expectProblem(404, "not-found");
    }

    @Test
    void aCaptureShotOnSiteAndGivenUpCostsNoTry() {
        Campaign campaign = desk.campaign(school, t -> t.triesAllowed = 1);
        String code = codes.aCode(school);
        Journeys.Walk walk = journeys.bind(people.aStudent(), campaign, code);
        operator.submitted(walk.captureNo());
        journeys.giveUp(walk);

        journeys.createCapture(walk.token(), campaign, code).expect(201);
    }

    @Test
    void aStudentCannotUploadWhereTheOperatorShoots() {
        Journeys.Walk walk = journeys.bind(people.aStudent(), desk.campaign(school, t -> {}), codes.aCode(school));

        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets", Map.of("source", "CAMERA"))
                .expectProblem(409, "only-on-site");
        assertThat(journeys.nextStep(walk)).isEqualTo("GO_ON_SITE");
    }
}
