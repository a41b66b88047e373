package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/** 学信网退回: the authority returns the picture; the student shoots again without paying again, and is verified. */
@TucaiTest
class ReturnedJourneyIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final TestAuthority authority;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;

    ReturnedJourneyIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            TestAuthority authority,
            DueJobs jobs,
            MutableClock clock,
            Rows rows) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.authority = authority;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
    }

    @Test
    void aReturnedPhotoIsRetakenForFreeThenVerifiedAndDelivered() {
        authority.start();
        authority.post("/returns", Map.of("reason", "背景不均匀。"));
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> {}));
        journeys.submit(walk);
        journeys.pay(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        jobs.runDue();

        Http.Reply screen = http.as(walk.token()).get("/api/v1/student/screens/captures/" + walk.captureNo());
        assertThat(screen.<String>at("card.capture.status")).isEqualTo("RETURNED");
        assertThat(screen.<String>at("card.capture.rejection.note")).isEqualTo("背景不均匀。");
        assertThat(screen.<String>at("card.nextStep.code")).isEqualTo("SHOOT_AGAIN");
        List<Map<String, Object>> told =
                http.as(walk.token()).get("/api/v1/student/messages").at("items");
        assertThat(told)
                .filteredOn(message -> message.get("template").equals("RETURNED"))
                .singleElement()
                .satisfies(message ->
                        assertThat((String) message.get("body")).endsWith("被学信网退回，原因：背景不均匀。请打开小程序重新拍摄，无需再次付费。"));
        Http client = http.as(people.aSchoolClient(school.no()));
        clock.advance(Duration.ofMinutes(1));
        Map<String, Object> wish = Map.of("names", "STUDENT_NO", "folders", "NONE");
        client.post("/api/v1/school/deliveries", wish).expectPlainProblem(409, "nothing-to-deliver");

        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("IN_REVIEW");
        journeys.decide(walk, "ACCEPT", List.of());
        jobs.runDue();
        authority.conclude("同一人");

        assertThat(journeys.status(walk)).isEqualTo("VERIFIED");
        assertThat(rows.number("SELECT COUNT(*) FROM payment")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        Http.Reply delivery = client.post("/api/v1/school/deliveries", wish).expect(201);
        assertThat(delivery.<Integer>at("photos")).isEqualTo(1);
    }
}
