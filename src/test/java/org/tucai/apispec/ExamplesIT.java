package org.tucai.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** The server accepts the description's examples, once their numbers are those of existing things. */
@TucaiTest
class ExamplesIT {
    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final Journeys journeys;
    private final JsonNode schemas;

    ExamplesIT(Http http, People people, CampaignFixtures campaigns, Journeys journeys) throws IOException {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.journeys = journeys;
        this.schemas = new YAMLMapper()
                .readTree(Path.of("api-spec/openapi.yaml").toFile())
                .at("/components/schemas");
    }

    @Test
    void aCampaignCanBeDraftedWithTheTermsOfTheExample() {
        ObjectNode body = example("CreateCampaignBody");
        body.put("schoolNo", campaigns.aSchool().no());

        Http.Reply drafted = http.as(people.aManager())
                .post("/api/v1/admin/campaigns", body.toString())
                .expect(201);

        assertThat(drafted.<String>at("status")).isEqualTo("DRAFT");
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
        return schemas.at("/" + schema + "/example").deepCopy();
    }
}
