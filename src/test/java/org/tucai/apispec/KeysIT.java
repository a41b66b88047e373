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

/** Idempotency-Key works as the description promises. */
@TucaiTest
class KeysIT {
    private final Http http;
    private final People people;

    KeysIT(Http http, People people) {
        this.http = http;
        this.people = people;
    }

    @Test
    void everyOperationThatRequiresAKeyIsRefusedWithoutOne() throws IOException {
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
