package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCodeIssuer;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

/** One person with two enrolments (学籍) has two codes, two captures with separate outcomes, and one account. */
@TucaiTest
class TwoEnrolmentsIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final TestAuthority authority;
    private final DueJobs jobs;
    private final MutableClock clock;

    TwoEnrolmentsIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            TestAuthority authority,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.authority = authority;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Test
    void eachEnrolmentHasItsOwnOutcome() {
        authority.start();
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
        CaptureCodeIssuer.Student main = codes.aStudent(school);
        String token = people.aStudent();
        Walk first = journeys.bind(token, campaign, codes.aCode(main));
        Walk second = journeys.bind(token, campaign, codes.aCode(secondDegreeOf(main)));
        journeys.submit(first);
        journeys.submit(second);

        journeys.decide(first, "ACCEPT", List.of());
        clock.advance(Duration.ofMinutes(15)); // until that reviewer's lease on both has expired
        journeys.decide(second, "REJECT", List.of("blur"));
        jobs.runDue();
        authority.conclude("同一人");

        String again = people.again(token);
        Walk accepted = new Walk(again, campaign, first.captureNo());
        Walk rejected = new Walk(again, campaign, second.captureNo());
        assertThat(http.as(again).get("/api/v1/student/captures").list()).hasSize(2);
        assertThat(journeys.status(accepted)).isEqualTo("VERIFIED");
        assertThat(journeys.status(rejected)).isEqualTo("REJECTED");
        assertThat(journeys.submit(rejected).<String>at("status")).isEqualTo("IN_REVIEW");
        clock.advance(Duration.ofMinutes(1));
        assertThat(pulled(school)).containsExactly("photos/" + main.studentNo() + ".jpg", "manifest.csv");
    }

    private static CaptureCodeIssuer.Student secondDegreeOf(CaptureCodeIssuer.Student main) {
        return new CaptureCodeIssuer.Student(
                main.studentUniqueNo(),
                main.name(),
                main.idNumber(),
                main.schoolCode(),
                main.schoolName(),
                main.level(),
                "英语",
                "W" + main.studentNo(),
                main.enrolmentNo() + "2",
                main.expectedGraduation());
    }

    private Set<String> pulled(School school) {
        Http client = http.as(people.aSchoolClient(school.no()));
        String archive = client.post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"))
                .expect(201)
                .at("archiveUrl");
        return client.get(archive).expect(200).unzipped().keySet();
    }
}
