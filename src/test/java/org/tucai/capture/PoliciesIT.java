package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.OnRejection;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.problem.ProblemException;
import org.tucai.portrait.drawn.DrawnPortrait;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Every policy of a campaign takes effect (DOMAIN §1.3); PayingFirstIT covers what is paid when. */
@TucaiTest
class PoliciesIT {
    private final Http http;
    private final StudentPhone phone;
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
            StudentPhone phone,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            ExpiryService expiry,
            CaptureService captures,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.phone = phone;
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

    @Test
    void aCameraOnlyCampaignRefusesAlbumPhotos() {
        phone.ticket(bound(t -> t.albumAllowed = false), "ALBUM").expectProblem(409, "album-not-allowed");
        phone.ticket(bound(t -> t.featureCode = "bb22"), "ALBUM").expect(201);
    }

    @Test
    void aPhotoIsJudgedByTheBackgroundColoursOfItsCampaign() {
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
    void onlyAnalysedPhotosCountAsTriesAndNoneIsTakenAfterTheLast() {
        Walk walk = bound(t -> t.triesAllowed = 1);
        journeys.shoot(walk, new byte[] {1, 2, 3}).expectProblem(422, "not-a-picture");
        journeys.shoot(walk, journeys.aPortrait()).expect(200);

        phone.ticket(walk, "CAMERA").expectProblem(409, "tries-used-up");
        assertThat(phone.home(walk).<Integer>at("cards.0.triesLeft")).isZero();
    }

    @Test
    void givingUpAndBeginningAgainRestoresTriesOnlyAfterADecision() {
        String code = codes.aCode(school);
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {
            t.feeMinor = 0;
            t.triesAllowed = 2;
        });
        Walk first = journeys.bind(people.aStudent(), campaign, code);
        journeys.shoot(first, journeys.aPortrait()).expect(200);
        journeys.giveUp(first);

        Walk second = journeys.bind(first.token(), campaign, code);
        assertThat(phone.home(second).<Integer>at("cards.0.triesLeft")).isEqualTo(1);
        journeys.shoot(second, journeys.aPortrait()).expect(200);
        journeys.giveUp(second);
        assertThat(phone.home(second).<String>at("cards.0.nextStep.code")).isEqualTo("CONTACT_UNIT");
        assertThat(phone.home(second).<String>at("cards.0.nextStep.hint")).startsWith("在线拍摄的机会已用完");
        assertThat(phone.home(second).<String>at("nextStep.code")).isEqualTo("OPEN_CODE");
        journeys.createCapture(first.token(), campaign, code).expectProblem(409, "tries-used-up");
        journeys.createCapture(people.aStudent(), campaign, code).expectProblem(409, "tries-used-up");

        Campaign other = later("aa31", AlreadyCaptured.FORBIDDEN);
        Walk elsewhere = journeys.bind(first.token(), other, code);
        phone.submit(elsewhere, Map.of()).expect(200);
        journeys.decide(elsewhere, "REJECT", List.of("blur"));
        journeys.giveUp(elsewhere);
        journeys.createCapture(first.token(), other, code).expect(201);
        assertThat(phone.home(first).<Integer>at("cards.0.triesLeft")).isEqualTo(other.triesAllowed());
    }

    @Test
    void aFeeOfZeroRequiresNoPayment() {
        Walk walk = bound(t -> t.feeMinor = 0);

        assertThat(phone.submit(walk, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void aFreeRetakeKeepsTheFeeForTheNextPhoto() {
        Walk walk = bound(t -> t.onRejection = OnRejection.FREE_RETAKE);
        phone.submit(walk, Map.of()).expect(200);
        journeys.pay(walk);
        journeys.decide(walk, "REJECT", List.of("blur"));

        assertThat(phone.home(walk).<String>at("cards.0.order.status")).isEqualTo("PAID");
        assertThat(phone.submit(walk, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void betweenTwoWindowsNoPhotoIsTakenAndNothingIsDeleted() {
        Walk walk = bound(t -> {
            t.feeMinor = 0;
            t.makeUpOpensAt = MutableClock.START.plus(Duration.ofDays(40));
            t.makeUpClosesAt = MutableClock.START.plus(Duration.ofDays(50));
        });
        phone.submit(walk, Map.of()).expect(200);
        clock.advance(Duration.ofDays(31));

        journeys.decide(walk, "REJECT", List.of("blur"));
        Walk later = journeys.again(walk);
        assertThat(journeys.status(later)).isEqualTo("REJECTED");
        phone.ticket(later, "CAMERA").expectProblem(409, "campaign-not-open");

        clock.advance(Duration.ofDays(10));
        Walk madeUp = journeys.again(walk);
        assertThat(phone.submit(madeUp, Map.of()).expect(200).<String>at("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void aStudentCapturedBeforeIsRefusedOrAllowedAsTheCampaignSays() {
        String code = codes.aCode(school);
        Campaign first = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
        Walk walk = journeys.bind(people.aStudent(), first, code);
        phone.submit(walk, Map.of()).expect(200);
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
    void anEarlierCaptureIsStillRecognisedAfterItsDataWasDeleted() {
        String code = codes.aCode(school);
        Walk walk = journeys.bind(people.aStudent(), campaigns.anOpenCampaign(school, t -> t.feeMinor = 0), code);
        phone.submit(walk, Map.of()).expect(200);
        journeys.decide(walk, "ACCEPT", List.of());
        captures.forwarded(walk.captureNo());
        captures.verified(walk.captureNo(), "同一人");
        clock.advance(Duration.ofDays(1));
        expiry.forgetSettled(walk.captureNo(), Duration.ZERO, List.of());
        jobs.runDue();
        String token = people.again(walk.token());
        Http.Reply gone = http.as(token).get("/api/v1/student/captures/" + walk.captureNo());
        assertThat(gone.<Object>at("facts")).isNull();
        assertThat(http.as(token).get("/api/v1/student/messages").text()).contains("照片与个人信息已删除");

        journeys.createCapture(token, later("aa21", AlreadyCaptured.FORBIDDEN), code)
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
