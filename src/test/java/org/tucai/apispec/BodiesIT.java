package org.tucai.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** The body of every operation, spoiled in one place at a time: what the description forbids is refused, never interpreted. */
@TucaiTest
class BodiesIT {
    /** Values that are looked up, not stored: when spoiled they are merely not found. */
    private static final Pattern NAMES_OF_THINGS = Pattern.compile(
            ".*(No|[tT]oken|/code|/text|/lastFour|[pP]assword|Secret|/consentVersion|/label|/since|/reasons/\\d+)");

    private static final Pattern EXPLAINS =
            Pattern.compile(".* with .*/(note|answer|words) .*|.*/releases with /reason .*");

    private static final String LABELS = "/api/v1/admin/conclusion-labels";
    private static final List<String> REFUSALS = List.of("malformed-request", "invalid-fields");

    private static final List<String> FOR_TEXTS =
            List.of("malformed-request", "invalid-fields", "address-invalid", "wrong-credentials", "wrong-password");

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final JsonNode api;
    private final ObjectMapper json = new ObjectMapper();

    BodiesIT(Http http, People people, CampaignFixtures campaigns) throws IOException {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.api = new YAMLMapper().readTree(Path.of("api-spec/openapi.yaml").toFile());
    }

    /** One operation with its example. */
    private record Body(String method, String path, String role, JsonNode schema, JsonNode example) {}

    /** Another body for an operation, with what is wrong in it and where. */
    private record Spoiled(String how, String pointer, JsonNode body) {
        /** Whether the refusal names this fault, and not something else wrong with the example. */
        boolean isNamedBy(Http.Reply reply) {
            return !"invalid-fields".equals(reply.at("code"))
                    || reply.errors().stream().map(e -> e.get("pointer")).anyMatch(this::isThere);
        }

        /** A missing field may be named by the pointer of its parent. */
        private boolean isThere(Object named) {
            return pointer.equals(named) || pointer.startsWith(named + "/");
        }
    }

    @Test
    void aMissingRequiredFieldIsRefused() {
        assertThat(taken((schema, example) -> {
                    List<Spoiled> without = new ArrayList<>();
                    absent(schema, example, example, "", without);
                    return without;
                }))
                .isEmpty();
    }

    @Test
    void numbersAndBooleansOfAnotherJsonTypeAreRefused() {
        assertThat(taken((schema, example) -> {
                    List<Spoiled> others = new ArrayList<>();
                    otherJsonTypes(example, example, "", others);
                    return others;
                }))
                .isEmpty();
    }

    @Test
    void daysAndInstantsInAnotherFormatAreRefused() {
        assertThat(taken((schema, example) -> {
                    List<Spoiled> others = new ArrayList<>();
                    dates(schema, example, example, "", others);
                    return others;
                }))
                .isEmpty();
    }

    @Test
    void textsOfAnotherJsonTypeAreRefused() {
        assertThat(taken(List.of("invalid-fields"), (schema, example) -> {
                    List<Spoiled> others = new ArrayList<>();
                    notTexts(example, example, "", others);
                    return others;
                }))
                .isEmpty();
    }

    @Test
    void textsHoldNoControlCharacters() {
        assertThat(taken(FOR_TEXTS, (schema, example) -> {
                    List<Spoiled> others = new ArrayList<>();
                    texts(schema, example, example, "", "\\u0007", others);
                    return others;
                }))
                .isEmpty();
    }

    @Test
    void onlyExplanatoryTextsMayHaveSeveralLines() {
        List<String> taken = taken(FOR_TEXTS, (schema, example) -> {
            List<Spoiled> others = new ArrayList<>();
            texts(schema, example, example, "", "\\n2", others);
            return others;
        });

        assertThat(taken).hasSize(10).allMatch(with -> EXPLAINS.matcher(with).matches());
    }

    @Test
    void theExamplesAreValid() {
        Map<String, String> tokens = everybody();
        List<String> refused = new ArrayList<>();
        List<Body> operations = operations();
        assertThat(operations).hasSizeGreaterThan(30);
        Http manager = http.as(people.aManager());
        List<Map<String, Object>> labels = manager.get(LABELS).expect(200).list();
        for (Body operation : operations) {
            Http.Reply reply = send(http.as(tokens.get(operation.role())), operation, operation.example());
            if (reply.status() >= 400 && REFUSALS.contains(reply.<String>at("code"))) {
                refused.add(operation.method() + " " + operation.path() + ": " + reply.errors());
            }
        }

        // labels outlive a test, and the next one would find what an example changed
        labels.forEach(
                label -> manager.put(LABELS + "/" + label.get("code"), label).expect(200));
        assertThat(refused).isEmpty();
    }

    private interface Spoiler {
        List<Spoiled> of(JsonNode schema, JsonNode example);
    }

    private List<String> taken(Spoiler spoiler) {
        return taken(REFUSALS, spoiler);
    }

    private List<String> taken(List<String> refusals, Spoiler spoiler) {
        Map<String, String> tokens = everybody();
        List<String> taken = new ArrayList<>();
        int asked = 0;
        for (Body operation : operations()) {
            for (Spoiled spoiled : spoiler.of(operation.schema(), operation.example())) {
                Http.Reply reply = send(http.as(tokens.get(operation.role())), operation, spoiled.body());
                asked++;
                if (reply.status() < 400 || !refusals.contains(reply.<String>at("code")) || !spoiled.isNamedBy(reply)) {
                    taken.add(
                            operation.method() + " " + operation.path() + " " + spoiled.how() + ": " + reply.status());
                }
            }
        }
        assertThat(asked).isGreaterThan(10);
        return taken;
    }

    private void absent(JsonNode schema, JsonNode within, JsonNode whole, String pointer, List<Spoiled> found) {
        JsonNode resolved = resolved(schema);
        for (JsonNode required : resolved.path("required")) {
            if (within.has(required.asText())) {
                JsonNode other = whole.deepCopy();
                ((ObjectNode) other.at(pointer)).remove(required.asText());
                String there = pointer + "/" + required.asText();
                found.add(new Spoiled("without " + there, there, other));
            }
        }
        within.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                JsonNode inner = resolved.path("properties").path(field.getKey());
                absent(inner, field.getValue(), whole, pointer + "/" + field.getKey(), found);
            }
        });
    }

    private void otherJsonTypes(JsonNode within, JsonNode whole, String pointer, List<Spoiled> found) {
        within.properties().forEach(field -> {
            String here = pointer + "/" + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                otherJsonTypes(value, whole, here, found);
            } else if (value.isIntegralNumber()) {
                List.of("1.9", "true", "[1]", "\"1\"")
                        .forEach(other -> found.add(put(whole, pointer, field.getKey(), other)));
            } else if (value.isBoolean()) {
                List.of("\"yes\"", "1", "[true]")
                        .forEach(other -> found.add(put(whole, pointer, field.getKey(), other)));
            }
        });
    }

    private void dates(JsonNode schema, JsonNode within, JsonNode whole, String pointer, List<Spoiled> found) {
        JsonNode resolved = resolved(schema);
        if (within.isObject()) {
            within.properties().forEach(field -> {
                JsonNode inner = resolved.path("properties").path(field.getKey());
                dates(inner, field.getValue(), whole, pointer + "/" + field.getKey(), found);
            });
        } else if (within.isArray()) {
            for (int i = 0; i < within.size(); i++) {
                dates(resolved.path("items"), within.get(i), whole, pointer + "/" + i, found);
            }
        } else if (resolved.path("format").asText().startsWith("date")) {
            int end = pointer.lastIndexOf('/');
            String date = within.toString();
            List.of("20500", "1799999999", "1799999999.5", "\"1799999999\"", "[" + date + "]")
                    .forEach(other ->
                            found.add(put(whole, pointer.substring(0, end), pointer.substring(end + 1), other)));
        }
    }

    private void texts(
            JsonNode schema, JsonNode within, JsonNode whole, String pointer, String more, List<Spoiled> found) {
        JsonNode resolved = resolved(schema);
        int end = pointer.lastIndexOf('/');
        String field = pointer.substring(end + 1);
        if (within.isObject()) {
            within.properties().forEach(inner -> {
                JsonNode property = resolved.path("properties").path(inner.getKey());
                texts(property, inner.getValue(), whole, pointer + "/" + inner.getKey(), more, found);
            });
        } else if (within.isArray()) {
            for (int i = 0; i < within.size(); i++) {
                texts(resolved.path("items"), within.get(i), whole, pointer + "/" + i, more, found);
            }
        } else if (within.isTextual() && !NAMES_OF_THINGS.matcher(pointer).matches()) {
            found.add(put(whole, pointer.substring(0, end), field, "\"" + within.asText() + more + "\""));
        }
    }

    private void notTexts(JsonNode within, JsonNode whole, String pointer, List<Spoiled> found) {
        within.properties().forEach(field -> notTexts(field.getValue(), whole, pointer + "/" + field.getKey(), found));
        for (int i = 0; within.isArray() && i < within.size(); i++) {
            notTexts(within.get(i), whole, pointer + "/" + i, found);
        }
        if (within.isTextual()) {
            int end = pointer.lastIndexOf('/');
            List.of("5", "1.5", "true", "[" + within + "]", "{}")
                    .forEach(other ->
                            found.add(put(whole, pointer.substring(0, end), pointer.substring(end + 1), other)));
        }
    }

    private Spoiled put(JsonNode whole, String pointer, String field, String value) {
        JsonNode other = whole.deepCopy();
        try {
            if (other.at(pointer) instanceof ArrayNode array) {
                array.set(Integer.parseInt(field), json.readTree(value));
            } else {
                ((ObjectNode) other.at(pointer)).set(field, json.readTree(value));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String there = pointer + "/" + field;
        return new Spoiled("with " + there + " " + value, there, other);
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode node = schema;
        for (String wrapped : List.of("allOf", "oneOf")) {
            node = node.has(wrapped) ? node.get(wrapped).get(0) : node;
        }
        return node.has("$ref") ? api.at(node.get("$ref").asText().substring(1)) : node;
    }

    private List<Body> operations() {
        List<Body> found = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode schema = resolved(method.getValue().at("/requestBody/content/application~1json/schema"));
                    JsonNode roles = method.getValue().path("x-roles");
                    if (schema.has("example") && !path.getKey().startsWith("/callbacks/")) {
                        found.add(new Body(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                roles.isEmpty() ? "" : roles.get(0).asText(),
                                schema,
                                schema.get("example")));
                    }
                }));
        return found;
    }

    private Map<String, String> everybody() {
        School school = campaigns.aSchool();
        return Map.of(
                "STUDENT",
                people.aStudent(),
                "REVIEWER",
                people.aReviewer(),
                "MANAGER",
                people.aManager(),
                "SCHOOL",
                people.aSchoolClient(school.no()));
    }

    private static Http.Reply send(Http as, Body operation, JsonNode body) {
        String path = operation
                .path()
                .replace("{year}", "2026")
                .replace("{code}", "SAME")
                .replaceAll("\\{\\w+}", "non_00000000000000000000");
        return switch (operation.method()) {
            case "POST" -> as.post(path, body.toString());
            case "PUT" -> as.put(path, body.toString());
            default -> as.patch(path, body.toString());
        };
    }
}
