package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucai.capture.OnSiteDesk.HERE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCodePicture;
import org.tucai.platform.security.Actor;
import org.tucai.testing.Blobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** 现场采集: the operator does everything, for a student without an account. */
@TucaiTest
class OnSiteIT {
    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final Journeys journeys;
    private final OnSiteDesk desk;
    private final CaptureService captures;
    private final ConsentRepository consents;
    private School school;
    private OnSiteDesk.Operator operator;

    OnSiteIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            Journeys journeys,
            OnSiteDesk desk,
            CaptureService captures,
            ConsentRepository consents) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.journeys = journeys;
        this.desk = desk;
        this.captures = captures;
        this.consents = consents;
    }

    @BeforeEach
    void anOperator() {
        school = campaigns.aSchool();
        operator = desk.operator();
    }

    @Test
    void theFeatureCodeIsAcceptedHoweverTheOperatorTypesIt() {
        desk.campaign(school, t -> t.featureCode = "aB3d");

        operator.begin(" ａＢ３ｄ　", operator.confirmed(codes.aCode(school))).expect(201);
    }

    @Test
    void theOperatorDoesEverythingForAStudentWithoutAnAccount() {
        Campaign campaign = desk.campaign(school, t -> {});
        byte[] picture = CaptureCodePicture.png(codes.aCode(school));
        operator.http
                .send("POST", HERE + "/codes", "image/png", new byte[0])
                .expectProblem(422, "code-picture-unreadable");
        operator.http
                .send("POST", HERE + "/codes", "image/heic", "\0\0\0\u0018ftypheic\0\0\0\0".getBytes())
                .expectProblem(422, "code-picture-heic");
        String codeNo = operator.http
                .send("POST", HERE + "/codes", "image/png", picture)
                .expect(201)
                .at("codeNo");
        operator.begin(campaign, codeNo).expectProblem(409, "code-not-confirmed");
        operator.http
                .post(HERE + "/codes/" + codeNo + "/confirmations", Map.of("lastFour", "0000"))
                .expectProblem(422, "wrong-last-four");
        operator.http
                .post(HERE + "/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                .expect(200);

        String no = operator.begin(campaign, codeNo).expect(201).at("capture.no");
        assertThat(operator.submitted(no).<String>at("capture.status")).isEqualTo("IN_REVIEW");
        operator.decide(no, "ACCEPT").expect(200);

        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.ACCEPTED);
        assertThat(consents.findByCaptureNoOrderById(no))
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.recordedBy()).startsWith("REVIEWER:"))
                .allSatisfy(c -> assertThat(c.textVersion()).isNotBlank());
        operator.decide(no, "ACCEPT").expectProblem(409, "nothing-to-decide");
    }

    @Test
    void nothingBeginsWithoutTheStudentsConsent() {
        Campaign campaign = desk.campaign(school, t -> {});
        String codeNo = operator.confirmed(codes.aCode(school));

        operator.http
                .post(HERE, Map.of("codeNo", codeNo, "featureCode", campaign.featureCode()))
                .expectProblem(422, "consent-missing");
        operator.http
                .post(
                        HERE,
                        Map.of("codeNo", codeNo, "featureCode", campaign.featureCode(), "consentVersion", "1999-01"))
                .expectProblem(409, "consent-outdated");
    }

    @Test
    void theOperatorOpensTheCroppedPictureAndEveryLookIsAudited() {
        String no = operator.begun(desk.campaign(school, t -> {}), codes.aCode(school));
        String photo = operator.shot(no);
        String picture = HERE + "/" + no + "/photos/" + photo + "/picture";

        Http.Reply seen = operator.http.get(picture).expect(200);
        assertThat(seen.header("Content-Type")).contains("image/jpeg");
        operator.http.get(picture, "If-None-Match", seen.header("ETag")).expect(304);
        operator.http.get(picture + "?width=120").expect(200);

        String other = operator.begun(desk.campaign(campaigns.aSchool(), t -> {}), codes.aCode(school));
        operator.http.get(HERE + "/" + other + "/photos/" + photo + "/picture").expectProblem(404, "not-found");
        assertThat(http.as(people.aManager())
                        .get("/api/v1/admin/audit-entries?action=picture-opened&subject=" + no)
                        .<List<?>>at("items"))
                .hasSize(3);
    }

    @Test
    void checkingThePaymentShowsTheFactsAndIsAuditedToo() {
        String no = operator.begun(desk.campaign(school, t -> t.feeMinor = 1500), codes.aCode(school));
        operator.submitted(no);
        operator.pay(no);

        Http.Reply checked = desk.operator().http.post(HERE + "/" + no + "/payment-checks", null);

        assertThat(checked.expect(200).<String>at("capture.facts.maskedName")).isNotBlank();
        assertThat(http.as(people.aManager())
                        .get("/api/v1/admin/audit-entries?action=on-site-opened&subject=" + no)
                        .<List<?>>at("items"))
                .hasSize(1);
    }

    @Test
    void aRejectedPhotoIsTakenAgainOnTheSpot() {
        String no = operator.begun(desk.campaign(school, t -> {}), codes.aCode(school));
        operator.submitted(no);
        operator.decide(no, "REJECT").expect(200);
        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.REJECTED);

        operator.submitted(no);
        operator.decide(no, "ACCEPT").expect(200);

        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.ACCEPTED);
    }

    @Test
    void aPhotoWhosePictureIsMissingCannotBeAcceptedOnSiteEither(Blobs blobs, Rows rows) {
        String no = operator.begun(desk.campaign(school, t -> {}), codes.aCode(school));
        operator.submitted(no);
        blobs.lose(rows.texts("SELECT blob_key FROM photo").getFirst());

        operator.decide(no, "ACCEPT").expectProblem(409, "picture-missing");
        operator.decide(no, "REJECT").expect(200);
    }

    @Test
    void aStudentWhoMustBeShotAgainIsAskedToComeAndNotToOpenTheMiniProgram() {
        Journeys.Walk walk = journeys.bind(people.aStudent(), desk.campaign(school, t -> {}), codes.aCode(school));
        operator.submitted(walk.captureNo());
        operator.decide(walk.captureNo(), "REJECT").expect(200);
        operator.submitted(walk.captureNo());
        operator.decide(walk.captureNo(), "ACCEPT").expect(200);
        captures.erratum(walk.captureNo(), "照片左右颠倒", Actor.SYSTEM);
        operator.submitted(walk.captureNo());
        operator.decide(walk.captureNo(), "ACCEPT").expect(200);
        captures.forwarded(walk.captureNo());
        captures.returned(walk.captureNo(), "背景不均匀");

        assertThat(bodies(walk, "zh"))
                .anyMatch(b -> b.contains("照片模糊") && b.contains("请再到现场拍摄"))
                .anyMatch(b -> b.contains("照片左右颠倒") && b.contains("请再到现场拍摄"))
                .anyMatch(b -> b.contains("背景不均匀") && b.contains("请再到现场拍摄"))
                .noneMatch(b -> b.contains("小程序"));
        assertThat(bodies(walk, "en"))
                .filteredOn(b -> b.contains("come to the site"))
                .hasSize(3);
        assertThat(bodies(walk, "en")).noneMatch(b -> b.contains("mini program"));
    }

    @Test
    void aStudentWhoWithdrawsAPhotoTakenOnSiteIsNotToldToChangeIt() {
        Journeys.Walk walk = journeys.bind(people.aStudent(), desk.campaign(school, t -> {}), codes.aCode(school));
        operator.submitted(walk.captureNo());

        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/withdrawals", null)
                .expect(200);

        assertThat(bodies(walk, "zh"))
                .filteredOn(b -> b.contains("已撤回"))
                .hasSize(1)
                .noneMatch(b -> b.contains("更换"));
        assertThat(bodies(walk, "en"))
                .filteredOn(b -> b.contains("withdrew"))
                .hasSize(1)
                .noneMatch(b -> b.contains("change"));
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
    void aPhotoThatAnotherReviewerHoldsCannotBeDecidedOnSite() {
        Campaign campaign = desk.campaign(school, t -> {});
        String no = operator.begun(campaign, codes.aCode(school));
        operator.submitted(no);
        http.as(people.aReviewer())
                .post("/api/v1/review/claims", Map.of("count", 1, "campaignNo", campaign.no()))
                .expect(200);

        operator.decide(no, "ACCEPT").expectProblem(409, "held-by-another");
    }

    @Test
    void underFourEyesTheOperatorDecidesFirstAndAReviewerFromTheQueueSecond() {
        Campaign campaign = desk.campaign(school, t -> t.fourEyes = true);
        String no = operator.begun(campaign, codes.aCode(school));
        operator.submitted(no);

        operator.decide(no, "ACCEPT").expect(200);
        operator.decide(no, "ACCEPT").expectProblem(409, "held-by-another");
        desk.operator().decide(no, "ACCEPT").expectProblem(409, "held-by-another");
        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.IN_REVIEW);
        Http second = http.as(people.aReviewer());
        Object review = second.post("/api/v1/review/claims", Map.of("count", 1))
                .expect(200)
                .list()
                .getFirst()
                .get("no");
        second.post("/api/v1/review/reviews/" + review + "/decisions", Map.of("decision", "ACCEPT"))
                .expect(200);

        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.ACCEPTED);
    }

    @Test
    void aFeeBeforeShootingIsPaidFirstOnSiteToo() {
        Campaign campaign = desk.campaign(school, t -> {
            t.feeMinor = 1500;
            t.payWhen = PayWhen.BEFORE_SHOOTING;
        });
        String no = operator.begun(campaign, codes.aCode(school));
        operator.http
                .send("PUT", HERE + "/" + no + "/photo", "image/heic", journeys.aPortrait())
                .expectProblem(409, "pay-first");

        operator.pay(no);

        assertThat(operator.http.get(HERE + "/" + no).expect(200).<Boolean>at("order.paid"))
                .isTrue();
        assertThat(operator.submitted(no).<String>at("capture.status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void aFeeAfterShootingIsPaidBeforeTheDecision() {
        String no = operator.begun(desk.campaign(school, t -> t.feeMinor = 1500), codes.aCode(school));
        assertThat(operator.submitted(no).<String>at("capture.status")).isEqualTo("TO_PAY");
        operator.decide(no, "ACCEPT").expectProblem(409, "nothing-to-decide");

        operator.pay(no);

        operator.decide(no, "ACCEPT").expect(200);
        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.ACCEPTED);
    }

    /** Otherwise a photo that turns out bad after submission would have to be paid, rejected and refunded first. */
    @Test
    void theOperatorMayReplaceASubmittedPhotoBeforeAndAfterThePayment() {
        String no = operator.begun(desk.campaign(school, t -> t.feeMinor = 1500), codes.aCode(school));
        operator.submitted(no);
        operator.http.post(HERE + "/" + no + "/withdrawals", null).expect(200);
        assertThat(operator.submitted(no).<String>at("capture.status")).isEqualTo("TO_PAY");
        operator.pay(no);

        Http.Reply back = operator.http.post(HERE + "/" + no + "/withdrawals", null);

        assertThat(back.expect(200).<Boolean>at("order.paid")).isTrue();
        operator.http.post(HERE + "/" + no + "/withdrawals", null).expectProblem(409, "not-in-review");
        assertThat(operator.submitted(no).<String>at("capture.status")).isEqualTo("IN_REVIEW");
        operator.decide(no, "ACCEPT").expect(200);
    }

    @Test
    void anInvalidDecisionIsNamedEvenBeforeTheFeeIsPaid() {
        String no = operator.begun(desk.campaign(school, t -> t.feeMinor = 1500), codes.aCode(school));
        operator.submitted(no);

        operator.http
                .post(HERE + "/" + no + "/decisions", Map.of("decision", "REJECT"))
                .expectProblem(422, "reasons-needed");
    }

    @Test
    void wrongEntriesOfManyStudentsDoNotLockTheOperator() {
        Campaign campaign = desk.campaign(school, t -> {});
        for (int i = 0; i < 6; i++) {
            String codeNo = operator.http
                    .post(HERE + "/codes", Map.of("code", codes.aCode(school)))
                    .expect(201)
                    .at("codeNo");
            operator.http
                    .post(HERE + "/codes/" + codeNo + "/confirmations", Map.of("lastFour", "9999"))
                    .expectProblem(422, "wrong-last-four");
        }

        operator.begin(campaign, operator.confirmed(codes.aCode(school))).expect(201);
    }
}
