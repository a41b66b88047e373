package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCode;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.review.DecisionService;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** 已采集者不可重拍, even where the other capture was begun before the picture was accepted. */
@TucaiTest
class NeedlessCaptureIT {
    private static final Actor REVIEWER = new Actor(Role.REVIEWER, "stf_reviewer");

    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final CaptureService captures;
    private final NeedlessCaptureService needless;
    private final DecisionService decisions;
    private final OnSiteDesk desk;
    private final Http http;
    private final MutableClock clock;
    private final Rows rows;
    private School school;
    private String code;
    private String token;
    private Walk first;

    NeedlessCaptureIT(
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            CaptureService captures,
            NeedlessCaptureService needless,
            DecisionService decisions,
            OnSiteDesk desk,
            Http http,
            MutableClock clock,
            Rows rows) {
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.captures = captures;
        this.needless = needless;
        this.decisions = decisions;
        this.desk = desk;
        this.http = http;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void inReviewInOneCampaign() {
        school = campaigns.aSchool();
        code = codes.aCode(school);
        token = people.aStudent();
        first = journeys.bind(token, campaign("aa11", t -> t.feeMinor = 0), code);
        journeys.submit(first);
    }

    private Campaign campaign(String featureCode, Consumer<CampaignFixtures.Terms> change) {
        return campaigns.anOpenCampaign(school, t -> {
            t.featureCode = featureCode;
            change.accept(t);
        });
    }

    private Walk boundInAnotherCampaign(String featureCode, Consumer<CampaignFixtures.Terms> change) {
        return journeys.bind(token, campaign(featureCode, change), code);
    }

    private List<String> messages(Walk walk) {
        return rows.texts("SELECT template FROM message WHERE subject = ? ORDER BY id", walk.captureNo());
    }

    @Test
    void capturesInCampaignsThatForbidASecondEndOnceAPhotoIsAcceptedElsewhere() {
        Walk bound = boundInAnotherCampaign("bb11", t -> {});
        Walk unpaid = boundInAnotherCampaign("bb12", t -> {});
        journeys.submit(unpaid);
        Walk inReview = boundInAnotherCampaign("bb13", t -> {});
        journeys.submit(inReview);
        journeys.pay(inReview);

        journeys.decide(first, "ACCEPT", List.of());
        journeys.runDue();

        assertThat(journeys.status(first)).isEqualTo("IN_PRODUCTION");
        for (Walk needless : List.of(bound, unpaid, inReview)) {
            assertThat(journeys.status(needless)).isEqualTo("CANCELLED");
            assertThat(messages(needless)).contains("CAPTURED_ELSEWHERE");
        }
        assertThat(rows.texts("SELECT status FROM purchase_order WHERE capture_no = ?", unpaid.captureNo()))
                .containsExactly("CANCELLED");
        assertThat(rows.number(
                        "SELECT refund_asked_minor FROM purchase_order WHERE capture_no = ?", inReview.captureNo()))
                .isEqualTo(1500);
        assertThat(rows.texts("SELECT status FROM review WHERE capture_no = ?", inReview.captureNo()))
                .containsExactly("WITHDRAWN");
        assertThat(rows.texts("SELECT facts_sealed FROM capture WHERE no = ?", bound.captureNo()))
                .containsOnlyNulls();
        assertThat(journeys.nextStep(first)).isEqualTo("PROOFREAD");
    }

    /** Its campaign is still open, but would refuse the code with already-captured. */
    @Test
    void aCaptureEndedForBeingNeedlessLeavesTheStudentNothingToDo() {
        Walk needless = boundInAnotherCampaign("bb61", t -> {});
        Walk givenUp = boundInAnotherCampaign("bb62", t -> t.alreadyCaptured = AlreadyCaptured.ALLOWED);
        http.as(token)
                .post("/api/v1/student/captures/" + givenUp.captureNo() + "/cancellations", Map.of())
                .expect(200);

        journeys.decide(first, "ACCEPT", List.of());
        journeys.runDue();

        assertThat(progress(needless).<String>at("card.nextStep.code")).isEqualTo("DONE");
        assertThat(progress(needless).<String>at("card.nextStep.hint")).isEqualTo("您已在其他批次采集合格，本批次不用再拍，无需操作。");
        assertThat(progress(givenUp).<String>at("card.nextStep.code")).isEqualTo("OPEN_CODE");
    }

    private Http.Reply progress(Walk walk) {
        return http.as(token)
                .get("/api/v1/student/screens/captures/" + walk.captureNo())
                .expect(200);
    }

    @Test
    void aFeePaidBeforeShootingIsRefunded() {
        Walk paid = boundInAnotherCampaign("bb21", t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        journeys.pay(paid);

        journeys.decide(first, "ACCEPT", List.of());
        journeys.runDue();

        assertThat(journeys.status(paid)).isEqualTo("CANCELLED");
        assertThat(rows.number("SELECT refund_asked_minor FROM purchase_order WHERE capture_no = ?", paid.captureNo()))
                .isEqualTo(1500);
    }

    /** The school counts students who need no picture here among those it expects. */
    @Test
    void aStudentCapturedElsewhereDoesNotCountAsMissing() {
        Walk needless = boundInAnotherCampaign("bb81", t -> {});
        Http client = http.as(people.aSchoolClient(school.no()));
        client.put("/api/v1/school/campaigns/" + needless.campaign().no() + "/expected-students", Map.of("students", 3))
                .expect(204);
        Walk gaveUp = journeys.aBoundStudent(school, needless.campaign()); // who is missing like everybody else
        journeys.giveUp(gaveUp);

        journeys.decide(first, "ACCEPT", List.of());
        journeys.runDue();

        assertThat(progress(client, needless))
                .containsEntry("done", 0)
                .containsEntry("capturedElsewhere", 1)
                .containsEntry("missing", 2);
        captures.returned(first.captureNo(), "背景不均匀");
        journeys.createCapture(token, needless.campaign(), code).expect(201);
        assertThat(progress(client, needless))
                .containsEntry("capturedElsewhere", 0)
                .containsEntry("missing", 3);
    }

    @Test
    void aStudentWhoBeginsAnewInOneCampaignStillNeedsNoPictureInAnother() {
        Walk anew = boundInAnotherCampaign("bb83", t -> {});
        Walk needless = boundInAnotherCampaign("bb84", t -> {});
        journeys.decide(first, "ACCEPT", List.of());
        journeys.runDue();
        captures.returned(first.captureNo(), "背景不均匀");

        journeys.createCapture(token, anew.campaign(), code).expect(201);

        Http client = http.as(people.aSchoolClient(school.no()));
        assertThat(progress(client, anew)).containsEntry("capturedElsewhere", 0);
        assertThat(progress(client, needless)).containsEntry("capturedElsewhere", 1);
    }

    private static Map<String, Object> progress(Http client, Walk walk) {
        return client.get("/api/v1/school/progress").expect(200).list().stream()
                .filter(p -> walk.campaign().no().equals(p.get("campaignNo")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void capturesOfAllowingCampaignsAndOtherEnrolmentsGoOn() {
        Walk allowed = boundInAnotherCampaign("bb31", t -> t.alreadyCaptured = AlreadyCaptured.ALLOWED);
        Walk asked = boundInAnotherCampaign("bb32", t -> t.alreadyCaptured = AlreadyCaptured.REQUIRED);
        Walk otherEnrolment = journeys.bind(token, campaign("bb33", t -> {}), codes.aCode(school));
        Walk rejected = boundInAnotherCampaign("bb34", t -> t.feeMinor = 0);

        journeys.submit(rejected);
        journeys.decide(rejected, "REJECT", List.of("blur"));

        for (Walk untouched : List.of(allowed, asked, otherEnrolment)) {
            assertThat(journeys.status(untouched)).isEqualTo("TO_UPLOAD");
        }
        assertThat(journeys.status(rejected)).isEqualTo("REJECTED");
    }

    @Test
    void aStudentWhoseAcceptedPhotoIsReturnedMayBeginAgain() {
        Walk needless = boundInAnotherCampaign("bb41", t -> {});
        journeys.decide(first, "ACCEPT", List.of());
        journeys.runDue();
        journeys.createCapture(token, needless.campaign(), code).expectProblem(409, "already-captured");

        captures.returned(first.captureNo(), "背景不均匀");

        journeys.createCapture(token, needless.campaign(), code).expect(201);
    }

    /** The job has found it needless, and not yet ended it. */
    @Test
    void aCaptureStaysWhereTheAcceptedPhotoIsReturnedAtThatMoment() {
        Walk other = boundInAnotherCampaign("bb42", t -> {});
        captures.accept(first.captureNo(), REVIEWER);
        assertThat(needless.besides(first.captureNo())).containsExactly(other.captureNo());
        captures.returned(first.captureNo(), "背景不均匀");

        needless.end(other.captureNo(), first.captureNo());

        assertThat(journeys.status(other)).isEqualTo("TO_UPLOAD");
        assertThat(messages(other)).doesNotContain("CAPTURED_ELSEWHERE");
    }

    @Test
    void ofTwoPhotosAcceptedWithinSecondsTheEarlierOneStays() {
        Walk second = boundInAnotherCampaign("bb71", t -> {});
        journeys.submit(second);
        journeys.pay(second);
        accept(first);
        clock.advance(Duration.ofSeconds(1));
        accept(second);

        clock.advance(Duration.ofSeconds(11));
        journeys.runDue();

        assertThat(journeys.status(first)).isEqualTo("IN_PRODUCTION");
        assertThat(journeys.status(second)).isEqualTo("CANCELLED");
        assertThat(messages(second)).contains("CAPTURED_ELSEWHERE").doesNotContain("ACCEPTED");
        assertThat(rows.texts("SELECT status FROM review WHERE capture_no = ?", second.captureNo()))
                .containsExactly("WITHDRAWN");
        assertThat(rows.number(
                        "SELECT refund_asked_minor FROM purchase_order WHERE capture_no = ?", second.captureNo()))
                .isEqualTo(1500);
    }

    private String accept(Walk walk) {
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        http.as(reviewer)
                .post("/api/v1/review/reviews/" + review + "/decisions", Map.of("decision", "ACCEPT"))
                .expect(200);
        return review;
    }

    private String carriedOut(String review) {
        decisions.apply(review);
        return review;
    }

    @Test
    void anOnSiteAcceptanceIsRefusedWhenTheStudentWasJustCapturedElsewhere() {
        Campaign onSite = desk.campaign(school, t -> t.featureCode = "bb72");
        OnSiteDesk.Operator operator = desk.operator();
        String second = operator.begun(onSite, code);
        operator.submitted(second);
        captures.accept(first.captureNo(), REVIEWER);

        operator.decide(second, "ACCEPT").expectProblem(409, "captured-elsewhere");

        assertThat(captures.require(second).status()).isEqualTo(CaptureStatus.WITHDRAWN);
        operator.decide(second, "ACCEPT").expectProblem(409, "captured-elsewhere");
    }

    /** The job ran between the photo and the decision. */
    @Test
    void anOnSiteDecisionOnACaptureThatAlreadyEndedIsRefusedWithTheSameReason() {
        OnSiteDesk.Operator operator = desk.operator();
        String second = operator.begun(desk.campaign(school, t -> t.featureCode = "bb75"), code);
        operator.submitted(second);
        journeys.decide(first, "ACCEPT", List.of());
        journeys.runDue();

        operator.decide(second, "REJECT").expectProblem(409, "captured-elsewhere");
    }

    /** A policy changed later does not stop a student who began while it was allowed. */
    @Test
    void aCaptureBegunWhileASecondWasAllowedIsStillAcceptedLater() {
        journeys.decide(first, "ACCEPT", List.of());
        clock.advance(Duration.ofMinutes(1));
        Campaign allowing = campaign("bb73", t -> t.alreadyCaptured = AlreadyCaptured.ALLOWED);
        Walk second = journeys.bind(token, allowing, code);
        journeys.submit(second);
        journeys.pay(second);
        rows.change("UPDATE campaign SET already_captured = 'FORBIDDEN'");

        journeys.decide(second, "ACCEPT", List.of());

        assertThat(journeys.status(second)).isEqualTo("IN_PRODUCTION");
    }

    @RepeatedTest(3)
    void ofTwoPhotosAcceptedAtOnceOneStays() {
        Walk second = boundInAnotherCampaign("bb74", t -> t.feeMinor = 0);
        journeys.submit(second);
        String one = accept(first);
        String other = accept(second);
        clock.advance(Duration.ofSeconds(11));

        Race.of(List.of(() -> carriedOut(one), () -> carriedOut(other)));
        journeys.runDue();

        assertThat(List.of(journeys.status(first), journeys.status(second)))
                .containsExactlyInAnyOrder("IN_PRODUCTION", "CANCELLED");
    }

    @RepeatedTest(3)
    void aCaptureBoundAtTheMomentOfTheAcceptanceDoesNotStayOpen() {
        Campaign other = campaign("bb51", t -> {});

        Race.of(List.of(() -> journeys.createCapture(token, other, code), () -> {
            captures.accept(first.captureNo(), REVIEWER);
            return "accepted";
        }));
        journeys.runDue();

        assertThat(rows.number(
                        "SELECT COUNT(*) FROM capture WHERE campaign_no = ? AND live_key IS NOT NULL", other.no()))
                .isZero();
        assertThat(journeys.status(first)).isEqualTo("IN_PRODUCTION");
    }

    @Test
    void noCaptureIsBoundWhileAnAcceptanceIsBeingStored(HeldTransaction held) {
        Campaign other = campaign("bb52", t -> {});

        held.of(
                () -> captures.accept(first.captureNo(), REVIEWER),
                () -> journeys.createCapture(token, other, code).expectProblem(409, "already-captured"));
    }

    @Test
    void anAcceptanceEndsTheCaptureThatIsBeingBoundMeanwhile(
            HeldTransaction held, BindingService binding, CaptureCodeService codeService, ConsentNotice notice) {
        Campaign other = campaign("bb53", t -> {});
        String account = http.as(token).get("/api/v1/student/account").at("no");
        Actor student = new Actor(Role.STUDENT, account);
        CaptureCode confirmed =
                codeService.confirm(codeService.open(code, account).no(), student, CodeFixtures.LAST_FOUR);
        BindCapture wish = new BindCapture(other.featureCode(), notice.version());

        held.of(() -> binding.bind(account, confirmed, wish), () -> captures.accept(first.captureNo(), REVIEWER));
        journeys.runDue();

        assertThat(rows.texts("SELECT status FROM capture WHERE campaign_no = ?", other.no()))
                .containsExactly("WITHDRAWN");
    }
}
