package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
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

/** A campaign of ten days, closed for ten, with a make-up window of five: before, between and after the windows nothing is accepted. */
@TucaiTest
class WindowJourneyIT {
    private static final Duration DAY = Duration.ofDays(1);

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final DueJobs jobs;
    private final MutableClock clock;
    private School school;
    private Campaign campaign;

    WindowJourneyIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void twoWindows() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {
            t.feeMinor = 0;
            t.opensAt = MutableClock.START.plus(DAY);
            t.closesAt = MutableClock.START.plus(DAY.multipliedBy(11));
            t.makeUpOpensAt = MutableClock.START.plus(DAY.multipliedBy(21));
            t.makeUpClosesAt = MutableClock.START.plus(DAY.multipliedBy(26));
        });
    }

    @Test
    void aStudentWhoIsTooEarlyIsToldWhenTheWindowOpens() {
        Http.Reply early = bind().expectPlainProblem(409, "campaign-not-open");

        assertThat(early.<String>at("detail")).contains("2026年4月21日 10:00");
        onDay(1);
        bind().expect(201);
    }

    @Test
    void aStudentWhoMissedTheWindowIsToldOfTheMakeUpWindowAndAcceptedThere() {
        onDay(5);
        Walk walk = bound();
        onDay(15);
        walk = journeys.again(walk);

        assertThat(bind().expectPlainProblem(409, "campaign-not-open").<String>at("detail"))
                .contains("2026年5月11日 10:00");
        assertThat(ticket(walk).expectPlainProblem(409, "campaign-not-open").<String>at("detail"))
                .contains("2026年5月11日 10:00");

        onDay(22);
        walk = journeys.again(walk);
        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void aStudentBetweenTheWindowsIsToldToWaitAndUntilWhen() {
        onDay(5);
        Walk walk = bound();
        onDay(15);
        walk = journeys.again(walk);

        assertThat(journeys.nextStep(walk)).isEqualTo("WAIT_FOR_WINDOW");
        Http.Reply home = http.as(walk.token()).get("/api/v1/student/screens/home");
        assertThat(home.<String>at("cards.0.campaign.makeUpOpensAt")).isEqualTo("2026-05-11T10:00:00+08:00");
        assertThat(home.<String>at("cards.0.campaign.makeUpClosesAt")).isEqualTo("2026-05-16T10:00:00+08:00");
        onDay(22);
        assertThat(journeys.nextStep(journeys.again(walk))).isEqualTo("SHOOT");
    }

    @Test
    void aPhotoRejectedBetweenTheWindowsMayBeRetakenInTheSecond() {
        onDay(10);
        Walk walk = bound();
        journeys.submit(walk);
        onDay(15);

        journeys.decide(walk, "REJECT", List.of("blur"));
        jobs.runDue();

        walk = journeys.again(walk);
        assertThat(journeys.status(walk)).isEqualTo("REJECTED");
        onDay(22);
        walk = journeys.again(walk);
        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void afterTheLastWindowEverythingIsRefusedAndARejectedCaptureExpires() {
        onDay(22);
        Walk bound = bound();
        Walk ready = bound();
        Http.Reply photo = journeys.shoot(ready, journeys.aPortrait()).expect(200);
        Walk inReview = bound();
        journeys.submit(inReview);
        onDay(26);
        bound = journeys.again(bound);
        ready = journeys.again(ready);

        assertThat(bind().expectPlainProblem(409, "campaign-closed").<String>at("detail"))
                .contains("2026年5月16日 10:00");
        ticket(bound).expectPlainProblem(409, "campaign-closed");
        http.as(ready.token())
                .post(
                        "/api/v1/student/captures/" + ready.captureNo() + "/submissions",
                        Map.of("photoNo", photo.at("no")))
                .expectPlainProblem(409, "campaign-closed");
        assertThat(journeys.nextStep(ready)).isEqualTo("CONTACT_UNIT");

        journeys.decide(inReview, "REJECT", List.of("blur"));
        jobs.runDue();
        assertThat(journeys.status(journeys.again(inReview))).isEqualTo("EXPIRED");
    }

    private void onDay(int day) {
        clock.setTo(MutableClock.START.plus(DAY.multipliedBy(day)));
    }

    private Http.Reply bind() {
        return journeys.createCapture(people.aStudent(), campaign, codes.aCode(school));
    }

    private Walk bound() {
        return journeys.aBoundStudent(school, campaign);
    }

    private Http.Reply ticket(Walk walk) {
        return http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets", Map.of("source", "CAMERA"));
    }
}
