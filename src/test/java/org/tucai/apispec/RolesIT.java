package org.tucai.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Every operation of the description, called by everybody: without a token, and in each role. */
@TucaiTest
class RolesIT {
    private static final Set<String> ANONYMOUS = Set.of(
            "/api/v1/review/sessions",
            "/api/v1/school/tokens",
            "/api/v1/student/phone-sessions",
            "/api/v1/student/sms-codes",
            "/api/v1/student/wechat-sessions",
            "/api/v1/tokens");

    /** Lists that reviewers choose from; everything else under /admin is for managers only. */
    private static final Set<String> READ_BY_REVIEWERS =
            Set.of("GET /api/v1/admin/campaigns", "GET /api/v1/admin/campaigns/{campaignNo}");

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final JsonNode api;
    private final ObjectMapper json = new ObjectMapper();

    RolesIT(Http http, People people, CampaignFixtures campaigns) throws IOException {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.api = new YAMLMapper().readTree(Path.of("api-spec/openapi.yaml").toFile());
    }

    private record Call(String method, String path, JsonNode operation) {
        Set<String> roles() {
            Set<String> roles = new TreeSet<>();
            operation.get("x-roles").forEach(r -> roles.add(r.asText()));
            return roles;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }

        /** The order of calls: last those that invalidate first an account and then every token. */
        int turn() {
            return switch (toString()) {
                case "DELETE /api/v1/sessions/current" -> 2;
                case "DELETE /api/v1/student/account" -> 1;
                default -> 0;
            };
        }
    }

    @Test
    void theDocumentedRolesFollowFromTheAddress() {
        assertThat(calls())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.roles()).as(c.toString()).isEqualTo(rolesOf(c)));
    }

    @Test
    void callsWithoutATokenAreUnauthenticated() {
        List<String> letIn = new ArrayList<>();

        for (Call call : calls()) {
            if (!call.roles().isEmpty()) {
                Http.Reply reply = send(http.as(null), call);
                if (reply.status() != 401 || !"unauthenticated".equals(reply.at("code"))) {
                    letIn.add(call + ": " + reply.status());
                }
            }
        }

        assertThat(letIn).isEmpty();
    }

    @Test
    void otherRolesAreForbiddenAndTheDocumentedOnesAllowed() {
        Map<String, String> tokens = everybody();
        List<String> wrong = new ArrayList<>();

        for (Call call : calls()) {
            Map<String, String> callers = call.turn() == 0 ? tokens : everybody();
            callers.forEach((role, token) -> {
                if (!call.roles().isEmpty()) {
                    Http.Reply reply = send(http.as(token), call);
                    String code = reply.status() < 400 ? "" : reply.at("code");
                    boolean refused = code.equals("forbidden") && reply.status() == 403;
                    boolean failed = code.equals("unauthenticated") || reply.status() >= 500;
                    if (failed || refused == call.roles().contains(role)) {
                        wrong.add(role + " " + call + ": " + reply.status() + " " + code);
                    }
                }
            });
        }

        assertThat(wrong).isEmpty();
    }

    private Map<String, String> everybody() {
        School school = campaigns.aSchool();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("STUDENT", people.aStudent());
        tokens.put("REVIEWER", people.aReviewer());
        tokens.put("MANAGER", people.aManager());
        tokens.put("SCHOOL", people.aSchoolClient(school.no()));
        return tokens;
    }

    private static Set<String> rolesOf(Call call) {
        String path = call.path();
        if (ANONYMOUS.contains(path) || path.startsWith("/callbacks/") || path.startsWith("/sandbox/")) {
            return Set.of();
        } else if (path.startsWith("/api/v1/student/")) {
            return Set.of("STUDENT");
        } else if (path.startsWith("/api/v1/school/")) {
            return Set.of("SCHOOL");
        } else if (path.startsWith("/api/v1/review/") || READ_BY_REVIEWERS.contains(call.toString())) {
            return Set.of("REVIEWER", "MANAGER");
        } else if (path.startsWith("/api/v1/admin/")) {
            return Set.of("MANAGER");
        }
        return Set.of("STUDENT", "REVIEWER", "MANAGER", "SCHOOL");
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(p -> p.getValue()
                        .properties()
                        .forEach(o ->
                                calls.add(new Call(o.getKey().toUpperCase(Locale.ROOT), p.getKey(), o.getValue()))));
        calls.sort(Comparator.comparing(Call::turn).thenComparing(Call::toString));
        return calls;
    }

    /** A well-formed request for things that do not exist. */
    private Http.Reply send(Http as, Call call) {
        StringBuilder address = new StringBuilder(call.path());
        String separator = "?";
        for (JsonNode parameter : call.operation().path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("path")) {
                String value =
                        parameter.at("/schema/type").asText().equals("integer") ? "2026" : "non_00000000000000000000";
                int at = address.indexOf("{" + name + "}");
                address.replace(at, at + name.length() + 2, value);
            } else if (parameter.path("required").asBoolean()
                    && parameter.path("in").asText().equals("query")) {
                address.append(separator).append(name).append('=').append(query(parameter.get("schema"), name));
                separator = "&";
            }
        }
        String path = address.toString();
        if (call.method().equals("GET")) {
            return as.get(path);
        } else if (call.method().equals("DELETE")) {
            return as.delete(path);
        }
        Map.Entry<String, byte[]> body = body(call);
        return as.send(
                call.method(),
                path,
                body.getKey(),
                body.getValue(),
                "Idempotency-Key",
                java.util.UUID.randomUUID().toString());
    }

    private String query(JsonNode schema, String name) {
        if (schema.has("$ref")) {
            return api.at(schema.get("$ref").asText().substring(1))
                    .at("/enum/0")
                    .asText();
        }
        return switch (name) {
            case "schoolCode" -> "10284";
            case "featureCode" -> "aB3d";
            default -> schema.path("format").asText().equals("date") ? "2026-04-20" : "x";
        };
    }

    private Map.Entry<String, byte[]> body(Call call) {
        JsonNode content = call.operation().at("/requestBody/content");
        if (content.isMissingNode()) {
            return Map.entry("application/json", new byte[0]);
        }
        String type = content.fieldNames().next();
        JsonNode example = api.at(content.get(type).at("/schema/$ref").asText().replaceFirst("^#", ""))
                .path("example");
        try {
            return Map.entry(
                    type,
                    example.isMissingNode() ? "{}".getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(example));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
