package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** The right request at the wrong moment, twice, or too often: refused with a named problem, after which the student can go on. */
@TucaiTest
class BadMomentIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final MutableClock clock;

    BadMomentIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            MutableClock clock) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.clock = clock;
    }

    @Test
    void aTicketAcceptsOnePictureAndRepetitionsOfIt() {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        byte[] picture = journeys.aPortrait();
        Http.Reply first = journeys.upload(walk, ticket, picture).expect(200);

        journeys.upload(walk, ticket, journeys.aPortrait()).expectPlainProblem(409, "ticket-used");
        Http.Reply again = journeys.upload(walk, ticket, picture).expect(200);

        assertThat(again.<String>at("no")).isEqualTo(first.at("no"));
        assertThat(triesUsed(walk)).isEqualTo(1);
        journeys.shoot(walk, journeys.aPortrait()).expect(200);
        assertThat(triesUsed(walk)).isEqualTo(2);
        // the lost answer can be fetched although another photo has replaced this one
        journeys.upload(walk, ticket, picture).expect(200);
    }

    @Test
    void anExpiredTicketCostsNoTry() {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        walk = journeys.again(walk);

        journeys.upload(walk, ticket, journeys.aPortrait()).expectPlainProblem(409, "ticket-expired");

        assertThat(triesUsed(walk)).isZero();
        journeys.shoot(walk, journeys.aPortrait()).expect(200);
    }

    @Test
    void submittingTwiceHasTheEffectOfSubmittingOnce() {
        Walk walk = journeys.aBoundStudent();
        Http.Reply photo = journeys.shoot(walk, journeys.aPortrait()).expect(200);

        Http.Reply first = submit(walk, photo.at("no")).expect(200);
        Http.Reply second = submit(walk, photo.at("no")).expect(200);

        assertThat(second.<String>at("status")).isEqualTo(first.at("status"));
        assertThat(http.as(walk.token()).get("/api/v1/student/orders").<List<Object>>at("items"))
                .hasSize(1);
        submit(walk, "pho_00000000000000000000").expectPlainProblem(409, "photo-not-current");
        journeys.pay(walk);
        submit(walk, photo.at("no")).expect(200);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    @Test
    void aPhotoReplacedInTheMeantimeCannotBeSubmitted() {
        Walk walk = journeys.aBoundStudent();
        String former = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        String present = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");

        submit(walk, former).expectPlainProblem(409, "photo-not-current");

        submit(walk, present).expect(200);
    }

    @Test
    void afterTheEndEveryRequestIsRefusedBecauseTheCampaignHasEnded() {
        Walk walk = journeys.aBoundStudent();
        String photo = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
        String early = journeys.ticket(walk);
        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + walk.campaign().no() + "/closings", null, "If-Match", "*")
                .expect(200);
        journeys.runDue();
        assertThat(journeys.status(walk)).isEqualTo("EXPIRED");

        ticket(walk, "CAMERA").expectPlainProblem(409, "campaign-closed");
        journeys.upload(walk, early, journeys.aPortrait()).expectPlainProblem(409, "campaign-closed");
        submit(walk, photo).expectPlainProblem(409, "campaign-closed");
        Http.Reply cancelled = http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/cancellations", null)
                .expectPlainProblem(409, "not-cancellable");
        assertThat(cancelled.<String>at("detail")).contains("采集已结束");
    }

    @Test
    void noPhotoCanBeUploadedWhileOneIsSubmitted() {
        Walk walk = journeys.aBoundStudent();
        String early = journeys.ticket(walk);
        journeys.submit(walk);

        ticket(walk, "CAMERA").expectPlainProblem(409, "not-taking-photos");
        journeys.upload(walk, early, journeys.aPortrait()).expectPlainProblem(409, "not-taking-photos");

        journeys.pay(walk);
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
    }

    @Test
    void noUploadIsAcceptedAfterTheLastTryButItsPhotoCanBeSubmitted() {
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.triesAllowed = 2));
        journeys.shoot(walk, journeys.aPortrait()).expect(200);
        String late = journeys.ticket(walk);
        String last = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");

        Http.Reply refused = ticket(walk, "CAMERA").expectPlainProblem(409, "tries-used-up");
        journeys.upload(walk, late, journeys.aPortrait()).expectPlainProblem(409, "tries-used-up");

        assertThat(refused.<String>at("detail")).contains("2 次");
        submit(walk, last).expect(200);
    }

    @Test
    void albumPhotosAreRefusedWhereOnlyTheCameraIsAllowed() {
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.albumAllowed = false));

        ticket(walk, "ALBUM").expectPlainProblem(409, "album-not-allowed");
        ticket(walk, "ON_SITE").expectPlainProblem(403, "forbidden");
        ticket(walk, "SATELLITE").expectPlainProblem(422, "invalid-fields");

        ticket(walk, "CAMERA").expect(201);
    }

    @Test
    void withoutConsentNothingIsBoundAndTheCodeStaysGood() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String token = people.aStudent();
        String codeNo = http.as(token)
                .post("/api/v1/student/codes", Map.of("text", codes.aCode(school)))
                .at("no");
        http.as(token)
                .post("/api/v1/student/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                .expect(200);
        Map<String, Object> without = Map.of("codeNo", codeNo, "featureCode", campaign.featureCode());

        bind(token, without).expectPlainProblem(422, "consent-missing");
        bind(token, Map.of("codeNo", codeNo, "featureCode", campaign.featureCode(), "consentVersion", "2020-01"))
                .expectPlainProblem(409, "consent-outdated");
        bind(token, Map.of("codeNo", codeNo, "featureCode", "!", "consentVersion", "x"))
                .expectPlainProblem(422, "invalid-fields");

        String version = http.as(token).get("/api/v1/student/consent-notice").at("version");
        bind(token, Map.of("codeNo", codeNo, "featureCode", campaign.featureCode(), "consentVersion", version))
                .expect(201);
    }

    @Test
    void theFeatureCodeIsAcceptedHoweverItIsTyped() {
        School school = campaigns.aSchool();
        campaigns.anOpenCampaign(school, t -> t.featureCode = "aB3d");
        String token = people.aStudent();
        String codeNo = http.as(token)
                .post("/api/v1/student/codes", Map.of("text", codes.aCode(school)))
                .at("no");
        http.as(token)
                .post("/api/v1/student/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                .expect(200);

        String version = http.as(token).get("/api/v1/student/consent-notice").at("version");
        bind(token, Map.of("codeNo", codeNo, "featureCode", " ａＢ３ｄ　", "consentVersion", version))
                .expect(201);
    }

    @Test
    void anOpenedCodeExpiresAfterHalfAnHour() {
        School school = campaigns.aSchool();
        campaigns.anOpenCampaign(school, t -> {});
        String token = people.aStudent();
        String codeNo = http.as(token)
                .post("/api/v1/student/codes", Map.of("text", codes.aCode(school)))
                .at("no");
        clock.advance(Duration.ofMinutes(30));
        token = people.again(token);

        http.as(token)
                .post("/api/v1/student/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                .expectPlainProblem(409, "opened-code-expired");
    }

    @Test
    void changingACampaignToAnUnknownPhotoStandardIsRefused() {
        Http manager = http.as(people.aManager());
        String path = "/api/v1/admin/campaigns/" + campaigns.anOpenCampaign().no();
        Http.Reply read = manager.get(path).expect(200);
        Map<String, Object> terms = new HashMap<>(read.<Map<String, Object>>at("terms"));
        terms.put("photoProfile", "graduation-1917");

        Http.Reply refused = manager.put(path + "/terms", terms, "If-Match", read.header("ETag"))
                .expectPlainProblem(422, "invalid-fields");

        assertThat(refused.<String>at("errors.0.pointer")).isEqualTo("/photoProfile");
    }

    @Test
    void beyondTheKnownCalendarTheDueDayIsMarkedProvisional() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {
            t.feeMinor = 0;
            t.closesAt = Instant.parse("2027-06-30T16:00:00Z");
        });
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        Walk walk = journeys.aBoundStudent(school, campaign);

        journeys.submit(walk);

        Http.Reply screen = http.as(walk.token()).get("/api/v1/student/screens/captures/" + walk.captureNo());
        assertThat(screen.<Boolean>at("card.review.provisional")).isTrue();
        assertThat(screen.<String>at("card.review.dueAt")).startsWith("2027-01-");
        Http.Reply queue =
                http.as(people.aReviewer()).get("/api/v1/review/queue").expect(200);
        assertThat(queue.<Boolean>at("lines.0.provisional")).isTrue();
    }

    private Http.Reply submit(Walk walk, String photoNo) {
        return http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/submissions", Map.of("photoNo", photoNo));
    }

    private Http.Reply ticket(Walk walk, String source) {
        return http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets", Map.of("source", source));
    }

    private Http.Reply bind(String token, Map<String, Object> body) {
        return http.as(token).post("/api/v1/student/captures", body);
    }

    private int triesUsed(Walk walk) {
        return http.as(walk.token())
                .get("/api/v1/student/captures/" + walk.captureNo())
                .<Integer>at("triesUsed");
    }
}
