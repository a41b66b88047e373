package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** A student who reads English gets English texts, except for names and for text that people have written. */
@TucaiTest
class EnglishIT {
    private final Http http;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final CaptureService captures;
    private final People people;
    private final MutableClock clock;

    EnglishIT(
            Http http,
            Journeys journeys,
            CampaignFixtures campaigns,
            CaptureService captures,
            People people,
            MutableClock clock) {
        this.http = http;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.captures = captures;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void reasonsDaysAndConclusionsAreInTheLanguageOfTheMessage() {
        School school = campaigns.aSchool();
        Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.feeMinor = 0));
        journeys.submit(walk);
        journeys.decide(walk, "REJECT", List.of("blur", "shadow"));
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        captures.forwarded(walk.captureNo());
        captures.verified(walk.captureNo(), "可能同一人");

        assertThat(body(walk, "REJECTED", "en")).contains("rejected: Blurred; Shadow.");
        assertThat(body(walk, "SUBMITTED", "en")).contains("by 27 April 2026 at the latest");
        assertThat(body(walk, "VERIFIED_DOUBTFUL", "en")).contains("probably the same person");
        assertThat(body(walk, "REJECTED", "zh")).contains("原因：照片模糊；有阴影。");
        assertThat(body(walk, "SUBMITTED", "zh")).contains("最迟2026年4月27日有结果");
        assertThat(body(walk, "VERIFIED_DOUBTFUL", "zh")).contains("可能同一人");
    }

    @Test
    void theAuthoritysConclusionIsTranslatedForTheScreenAndStoredUnchanged() {
        Walk walk = journeys.anAcceptedStudent();
        captures.forwarded(walk.captureNo());
        captures.verified(walk.captureNo(), "可能同一人");
        Http student = http.as(walk.token());
        Http manager = http.as(people.aManager());
        Http client =
                http.as(people.aSchoolClient(captures.require(walk.captureNo()).schoolNo()));
        clock.advance(Duration.ofMinutes(1));

        assertWord(student, "/api/v1/student/screens/home", "cards.0.capture.");
        assertWord(student, "/api/v1/student/captures/" + walk.captureNo(), "");
        assertWord(manager, "/api/v1/admin/captures", "items.0.");
        assertWord(client, "/api/v1/school/students?list=DONE", "items.0.");
    }

    private static void assertWord(Http reader, String path, String where) {
        for (Map.Entry<String, String> word :
                Map.of("en", "probably the same person", "zh", "可能同一人").entrySet()) {
            Http.Reply seen = reader.get(path, "Accept-Language", word.getKey()).expect(200);
            assertThat(seen.<String>at(where + "conclusion")).isEqualTo("可能同一人");
            assertThat(seen.<String>at(where + "conclusionText")).as(path).isEqualTo(word.getValue());
        }
    }

    /** The body of the latest message of that template. */
    private String body(Walk walk, String template, String language) {
        return http
                .as(walk.token())
                .get("/api/v1/student/messages", "Accept-Language", language)
                .expect(200)
                .<List<Map<String, Object>>>at("items")
                .stream()
                .filter(m -> template.equals(m.get("template")))
                .findFirst()
                .orElseThrow()
                .get("body")
                .toString();
    }
}
