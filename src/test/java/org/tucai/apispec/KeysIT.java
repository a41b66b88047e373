package org.tucai.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Idempotency-Key as the description promises it. */
@TucaiTest
class KeysIT {
    private static final String SCHOOLS = "/api/v1/admin/schools";

    private final Http http;
    private final People people;

    KeysIT(Http http, People people) {
        this.http = http;
        this.people = people;
    }

    @Test
    void refusalsAreRepeatedAsWell() {
        Http manager = http.as(people.aManager());
        manager.post(SCHOOLS, Map.of("code", "10284", "name", "南京大学")).expect(201);
        Map<String, String> body = Map.of("code", "10284", "name", "另一所大学");

        Http.Reply first = manager.post(SCHOOLS, body, "Idempotency-Key", "two");
        Http.Reply again = manager.post(SCHOOLS, body, "Idempotency-Key", "two");

        first.expectProblem(409, "school-code-taken");
        again.expectProblem(409, "school-code-taken");
        assertThat(again.<String>at("instance")).isEqualTo(first.at("instance"));
    }

    @Test
    void aKeyIsItsCallersOwn() {
        Map<String, String> body = Map.of("code", "10284", "name", "南京大学");
        http.as(people.aManager())
                .post(SCHOOLS, body, "Idempotency-Key", "four")
                .expect(201);

        http.as(people.aManager())
                .post(SCHOOLS, body, "Idempotency-Key", "four")
                .expectProblem(409, "school-code-taken");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        http.as(people.aManager())
                .post(SCHOOLS, Map.of("code", "10284", "name", "南京大学"), "Idempotency-Key", "x".repeat(65))
                .expectProblem(400, "idempotency-key-missing");
    }

    @Test
    void whatNeedsAKeyIsRefusedWithoutOne() throws IOException {
        Map<String, String> tokens = Map.of("MANAGER", people.aManager(), "STUDENT", people.aStudent());
        List<String> done = new ArrayList<>();
        JsonNode paths = new YAMLMapper()
                .readTree(Path.of("api-spec/openapi.yaml").toFile())
                .get("paths");

        paths.properties().forEach(path -> {
            JsonNode operation = path.getValue().path("post");
            String role = operation.path("x-roles").path(0).asText().replace("REVIEWER", "MANAGER");
            if (operation.path("parameters").toString().contains("/IdempotencyKey\"") && tokens.containsKey(role)) {
                String address = path.getKey().replaceAll("\\{\\w+}", "non_00000000000000000000");
                String type = operation.at("/requestBody/content").isMissingNode()
                        ? "application/json"
                        : operation.at("/requestBody/content").fieldNames().next();
                http.as(tokens.get(role))
                        .send("POST", address, type, "{}".getBytes(StandardCharsets.UTF_8))
                        .expectProblem(400, "idempotency-key-missing");
                done.add(address);
            }
        });

        assertThat(done).hasSizeGreaterThan(20);
    }
}
