package org.tucai.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** The server accepts the description's examples, once their numbers are those of existing things. */
@TucaiTest
class ExamplesIT {
    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final Journeys journeys;
    private final MutableClock clock;
    private final JsonNode api;

    ExamplesIT(Http http, People people, CampaignFixtures campaigns, Journeys journeys, MutableClock clock)
            throws IOException {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.journeys = journeys;
        this.clock = clock;
        this.api = new YAMLMapper().readTree(Path.of("api-spec/openapi.yaml").toFile());
    }

    /** Whoever tries the example years after it was written finds its window still open. */
    @Test
    void aCampaignWithTheTermsOfTheExampleCanBeDraftedAndOpened() {
        clock.advance(Duration.ofDays(20 * 365));
        Http manager = http.as(people.aManager());
        ObjectNode body = example("CreateCampaignBody");
        body.put("schoolNo", campaigns.aSchool().no());

        Http.Reply drafted =
                manager.post("/api/v1/admin/campaigns", body.toString()).expect(201);

        assertThat(drafted.<String>at("status")).isEqualTo("DRAFT");
        manager.post("/api/v1/admin/campaigns/" + drafted.at("no") + "/openings", "")
                .expect(200);
    }

    @Test
    void aFileOfConclusionsIsReadAsInTheExample() {
        String file = api.at("/paths/~1api~1v1~1admin~1conclusion-files/post/requestBody/content/text~1csv")
                .at("/examples/conclusions/value")
                .asText();

        Http.Reply taken = http.as(people.aManager())
                .send(
                        "POST",
                        "/api/v1/admin/conclusion-files",
                        "text/csv",
                        file.getBytes(StandardCharsets.UTF_8),
                        "Idempotency-Key",
                        "example-csv")
                .expect(200);

        assertThat(taken.<Integer>at("unmatched")).isEqualTo(2);
    }

    @Test
    void aReviewCanBeDecidedAsInTheExample() {
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, journeys.aStudentInReview());

        Http.Reply decided = http.as(reviewer)
                .post(
                        "/api/v1/review/reviews/" + review + "/decisions",
                        example("DecisionBody").toString())
                .expect(200);

        assertThat(decided.<String>at("decision")).isEqualTo("REJECT");
    }

    @Test
    void manyReviewsCanBeDecidedAsInTheExample() {
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, journeys.aStudentInReview());
        ObjectNode body = example("BulkDecisionsBody");
        ((ObjectNode) body.at("/decisions/0")).put("no", review);

        Http.Reply decided = http.as(reviewer)
                .post("/api/v1/review/decisions", body.toString())
                .expect(200);

        assertThat(Http.column(decided.list(), "taken")).containsExactly(true);
    }

    @Test
    void theMessageTickedInTheExampleCanBeTicked() {
        http.as(people.aStudent())
                .post("/api/v1/student/subscription-ticks", example("TickBody").toString())
                .expect(200);
    }

    /** The masking in the examples hides what a student has to prove to know. */
    @Test
    void theLastFourCharactersCannotBeReadOffTheMaskedNumber() {
        String masked = example("OpenedCodeView").get("maskedIdNumber").asText();
        String lastFour = example("ConfirmCodeBody").get("lastFour").asText();

        assertThat(masked).doesNotEndWith(lastFour);
    }

    private ObjectNode example(String schema) {
        return api.at("/components/schemas/" + schema + "/example").deepCopy();
    }
}
