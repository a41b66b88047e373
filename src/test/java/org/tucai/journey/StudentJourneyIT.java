package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.AdminCampaignService;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Whole stories of students, over HTTP. */
@TucaiTest
class StudentJourneyIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final AdminCampaignService adminCampaigns;
    private final CodeFixtures codes;
    private final DueJobs jobs;
    private final MutableClock clock;

    StudentJourneyIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            AdminCampaignService adminCampaigns,
            CodeFixtures codes,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.adminCampaigns = adminCampaigns;
        this.codes = codes;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Test
    void aStudentIsToldEachNextStepUntilThePhotoIsAccepted() {
        Walk walk = journeys.aBoundStudent();
        assertThat(journeys.nextStep(walk)).isEqualTo("SHOOT");

        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("TO_PAY");
        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");

        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        assertThat(journeys.nextStep(walk)).isEqualTo("WAIT_FOR_REVIEW");

        journeys.decide(walk, "ACCEPT", List.of());
        assertThat(journeys.status(walk)).isEqualTo("IN_PRODUCTION");
    }

    @Test
    void aRejectedStudentGetsTheFeeBackAndAnSmsThenShootsAgain() {
        Walk walk = journeys.aStudentInReview();

        journeys.decide(walk, "REJECT", List.of("eyes-closed"));
        jobs.runDue();
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();

        Walk secondTry = journeys.again(walk);
        Http.Reply seen = http.as(secondTry.token()).get("/api/v1/student/screens/captures/" + walk.captureNo());
        assertThat(seen.<String>at("card.capture.status")).isEqualTo("REJECTED");
        assertThat(seen.<String>at("card.capture.rejection.reasons.0.code")).isEqualTo("eyes-closed");
        assertThat(seen.<String>at("card.order.status")).isEqualTo("REFUNDED");
        assertThat(seen.<String>at("card.nextStep.code")).isEqualTo("SHOOT_AGAIN");

        journeys.submit(secondTry);
        journeys.pay(secondTry);
        journeys.decide(secondTry, "ACCEPT", List.of());
        assertThat(journeys.status(secondTry)).isEqualTo("IN_PRODUCTION");
    }

    @Test
    void aRejectedPictureIsRefusedWhenUploadedAgain() {
        Walk walk = journeys.aBoundStudent();
        byte[] picture = journeys.aPortrait();
        Http.Reply photo = journeys.shoot(walk, picture).expect(200);
        http.as(walk.token())
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/submissions",
                        Map.of("photoNo", photo.at("no")));
        journeys.pay(walk);
        journeys.decide(walk, "REJECT", List.of("blur"));

        journeys.shoot(walk, picture).expectProblem(409, "same-rejected-picture");
    }

    @Test
    void aWithdrawnPhotoMayBeChangedAndSubmittedWithoutPayingAgain() {
        Walk walk = journeys.aStudentInReview();

        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/withdrawals", null)
                .expect(200);
        assertThat(journeys.nextStep(walk)).isEqualTo("SUBMIT");

        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void aCancelledCaptureIsRefundedAndForgotten() {
        Walk walk = journeys.aStudentInReview();

        journeys.giveUp(walk);
        jobs.runDue();

        Http.Reply seen = http.as(walk.token()).get("/api/v1/student/captures/" + walk.captureNo());
        assertThat(seen.<String>at("status")).isEqualTo("CANCELLED");
        assertThat(seen.<Object>at("facts")).isNull();
        Http.Reply photos = http.as(walk.token()).get("/api/v1/student/captures/" + walk.captureNo() + "/photos");
        assertThat(photos.list().getFirst().get("pictureUrl")).isNull();
        Http.Reply home = http.as(walk.token()).get("/api/v1/student/screens/home");
        Http.Reply refunds = http.as(walk.token())
                .get("/api/v1/student/orders/" + home.at("cards.0.order.no") + "/refunds")
                .expect(200);
        assertThat(refunds.list().getFirst().get("reason"))
                .as("what the payer reads, in the words of the screen: " + seen.at("statusText"))
                .isEqualTo("已取消采集，费用原路退回");
    }

    @Test
    void theChineseConsentNoticeContainsNoWhitespace() {
        Http student = http.as(people.aStudent());

        assertThat(student.get("/api/v1/student/consent-notice").expect(200).<String>at("text"))
                .doesNotContainPattern("\\s");
    }

    @Test
    void aLateStudentIsRefusedInPlainWords() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        Walk walk = journeys.aBoundStudent(school, campaign);
        clock.advance(Duration.ofDays(31));
        Walk late = new Walk(people.again(walk.token()), campaign, walk.captureNo());

        http.as(late.token())
                .post("/api/v1/student/captures/" + late.captureNo() + "/upload-tickets", Map.of("source", "CAMERA"))
                .expectProblem(409, "campaign-closed");
        assertThat(journeys.nextStep(late)).isEqualTo("CONTACT_UNIT");
    }

    @Test
    void aClosedCampaignDeletesWhatWasNotAccepted() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        Walk unfinished = journeys.aBoundStudent(school, campaign);
        journeys.shoot(unfinished, journeys.aPortrait()).expect(200);
        Walk accepted = journeys.aBoundStudent(school, campaign);
        journeys.submit(accepted);
        journeys.pay(accepted);
        journeys.decide(accepted, "ACCEPT", List.of());

        adminCampaigns.close(campaign.no(), "*", CampaignFixtures.MANAGER);
        jobs.runDue();

        Http.Reply seen = http.as(unfinished.token()).get("/api/v1/student/captures/" + unfinished.captureNo());
        assertThat(seen.<String>at("status")).isEqualTo("EXPIRED");
        assertThat(seen.<Object>at("facts")).isNull();
        assertThat(journeys.status(accepted)).isIn("IN_PRODUCTION", "FORWARDED");
    }

    @Test
    void twoEnrolmentsOfOnePersonAreTwoCaptures() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String token = people.aStudent();

        journeys.bind(token, campaign, codes.aCode(school));
        journeys.bind(token, campaign, codes.aCode(school));

        assertThat(http.as(token).get("/api/v1/student/captures").list()).hasSize(2);
    }

    @Test
    void oneEnrolmentHasOneLiveCaptureInACampaign() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String code = codes.aCode(school);
        Walk walk = journeys.bind(people.aStudent(), campaign, code);

        journeys.createCapture(walk.token(), campaign, code).expectProblem(409, "capture-exists");
        journeys.createCapture(people.aStudent(), campaign, code).expectProblem(409, "code-bound-elsewhere");
    }

    @Test
    void aStudentCapturedBeforeIsRefusedOnlyWhereTheCampaignForbidsIt() {
        School school = campaigns.aSchool();
        Campaign spring = campaigns.anOpenCampaign(school, t -> {});
        String code = codes.aCode(school);
        Walk walk = journeys.bind(people.aStudent(), spring, code);
        journeys.submit(walk);
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        Campaign strict = campaigns.anOpenCampaign(school, t -> {
            t.featureCode = "NEW1";
            t.alreadyCaptured = AlreadyCaptured.FORBIDDEN;
        });
        Campaign lenient = campaigns.anOpenCampaign(school, t -> {
            t.featureCode = "NEW2";
            t.alreadyCaptured = AlreadyCaptured.ALLOWED;
        });

        journeys.createCapture(walk.token(), strict, code).expectProblem(409, "already-captured");
        journeys.createCapture(walk.token(), lenient, code).expect(201);
    }

    @Test
    void whereTheFeeIsDueBeforeShootingNoPhotoIsTakenBeforeItIsPaid() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        Walk walk = journeys.aBoundStudent(school, campaign);
        assertThat(journeys.nextStep(walk)).isEqualTo("PAY");
        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets", Map.of("source", "CAMERA"))
                .expectProblem(409, "pay-first");

        journeys.pay(walk);

        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void withoutAFeeTheSubmittedPhotoIsInReviewAtOnce() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);

        assertThat(journeys.submit(journeys.aBoundStudent(school, campaign)).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void onSiteTheOperatorScansShootsAndDecidesAtOnce() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {
            t.mode = CaptureMode.ON_SITE;
            t.feeMinor = 0;
        });
        String code = codes.aCode(school);
        Walk walk = journeys.bind(people.aStudent(), campaign, code);
        Http operator = http.as(people.aReviewer());

        Http.Reply found = operator.post("/api/v1/review/on-site-captures/lookups", Map.of("code", code))
                .expect(200);
        String no = found.at("capture.no");
        assertThat(found.<Object>at("order")).isNull();
        Http.Reply photo = operator.send(
                        "PUT", "/api/v1/review/on-site-captures/" + no + "/photo", "image/jpeg", journeys.aPortrait())
                .expect(200);
        operator.post("/api/v1/review/on-site-captures/" + no + "/submissions", Map.of("photoNo", photo.at("no")))
                .expect(200);
        String review = operator.post("/api/v1/review/claims", Map.of("count", 1, "campaignNo", campaign.no()))
                .expect(200)
                .list()
                .getFirst()
                .get("no")
                .toString();
        operator.post("/api/v1/review/reviews/" + review + "/decisions", Map.of("decision", "ACCEPT"))
                .expect(200);

        assertThat(journeys.status(walk)).isEqualTo("IN_PRODUCTION");
    }
}
