package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** An account that nobody can sign in to exists for captures that may be taken over; its messages are deleted with the last of them. */
@TucaiTest
class NobodysAccountIT {
    private static final String MESSAGES = "SELECT COUNT(*) FROM message";
    private static final String ACCOUNTS = "SELECT COUNT(*) FROM account";

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final Journeys journeys;
    private final OnSiteDesk desk;
    private final CaptureService captures;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private School school;

    NobodysAccountIT(
            Http http,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            Journeys journeys,
            OnSiteDesk desk,
            CaptureService captures,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.journeys = journeys;
        this.desk = desk;
        this.captures = captures;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeEach
    void aSchool() {
        school = campaigns.aSchool();
    }

    @Test
    void messagesAboutARejectedOnSitePhotoAreDeletedWithTheCampaign() {
        Campaign campaign = desk.campaign(school, t -> {});
        OnSiteDesk.Operator operator = desk.operator();
        String no = operator.begun(campaign, codes.aCode(school));
        operator.submitted(no);
        operator.decide(no, "REJECT").expect(200);
        assertThat(rows.number(MESSAGES)).as("for whoever takes it over").isPositive();

        close(campaign);

        assertThat(captures.require(no).status()).isEqualTo(CaptureStatus.EXPIRED);
        assertThat(rows.number(MESSAGES)).isZero();
        assertThat(rows.number("SELECT COUNT(*) FROM message_delivery")).isZero();
        assertThat(rows.number(ACCOUNTS)).isZero();
    }

    @Test
    void anAcceptedPictureOfAClosedAccountLeavesNoAccountAfterRetention() {
        Walk walk = journeys.anAcceptedStudent();
        http.as(walk.token()).delete("/api/v1/student/account").expect(204);
        jobs.runDue();
        captures.forwarded(walk.captureNo());
        captures.verified(walk.captureNo(), "同一人");
        assertThat(rows.number(MESSAGES)).as("for whoever takes it over").isPositive();

        clock.advance(Duration.ofDays(200));
        jobs.runDue();
        jobs.runRecurring("retention");

        assertThat(captures.require(walk.captureNo()).factsSealed()).isNull();
        assertThat(rows.number(MESSAGES)).isZero();
        assertThat(rows.number(ACCOUNTS)).isZero();
    }

    @Test
    void theAccountIsKeptWhileAnotherEnrolmentOfItsStudentIsNotForgotten() {
        Campaign soon = desk.campaign(school, t -> {});
        Campaign later = desk.campaign(school, t -> t.featureCode = "b2C3");
        OnSiteDesk.Operator operator = desk.operator();
        String student = people.aStudent();
        List<String> nos = List.of(soon, later).stream()
                .map(c -> journeys.bind(student, c, codes.aCode(school)).captureNo())
                .toList();
        for (String no : nos) {
            operator.submitted(no);
            operator.decide(no, "ACCEPT").expect(200);
        }
        http.as(student).delete("/api/v1/student/account").expect(204);
        captures.forwarded(nos.getFirst());
        captures.verified(nos.getFirst(), "同一人");

        clock.advance(Duration.ofDays(200));
        jobs.runDue();
        jobs.runRecurring("retention");

        assertThat(captures.require(nos.getFirst()).factsSealed()).isNull();
        assertThat(captures.require(nos.getLast()).factsSealed()).isNotNull();
        assertThat(rows.number(ACCOUNTS)).isEqualTo(1);
        assertThat(rows.number(MESSAGES)).isPositive();
    }

    @Test
    void aStudentWhoClosedTheAccountGetsNoMoreMessages() {
        Walk walk = journeys.aStudentInReview();

        http.as(walk.token()).delete("/api/v1/student/account").expect(204);
        jobs.runDue();
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();

        assertThat(rows.texts("SELECT status FROM refund")).containsExactly("SUCCEEDED");
        assertThat(rows.number(MESSAGES)).isZero();
    }

    private void close(Campaign campaign) {
        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expect(200);
        jobs.runDue();
    }
}
