package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.TucaiTest;

/** A student who reads English is told in English, but for names and for words that somebody wrote. */
@TucaiTest
class EnglishIT {
    private final Http http;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final CaptureService captures;

    EnglishIT(Http http, Journeys journeys, CampaignFixtures campaigns, CaptureService captures) {
        this.http = http;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.captures = captures;
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
        assertThat(body(walk, "VERIFIED", "en")).contains("probably the same person");
        assertThat(body(walk, "REJECTED", "zh")).contains("原因：照片模糊；有阴影。");
        assertThat(body(walk, "SUBMITTED", "zh")).contains("最迟2026年4月27日有结果");
        assertThat(body(walk, "VERIFIED", "zh")).contains("可能同一人");
    }

    /** The last of them. */
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
