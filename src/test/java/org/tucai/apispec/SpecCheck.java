package org.tucai.apispec;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tucai.platform.problem.Problem;
import org.tucai.testing.Http;

/** Checks every answer that any test receives against api-spec/openapi.yaml: status, headers, body, and the code of problems. */
@Singleton
class SpecCheck implements Http.ResponseCheck {
    private static final Set<String> HEADERS_SAID = Set.of("ETag", "Location", "Retry-After", "Idempotent-Replayed");
    /** Pages for people and metrics for scrapers, which the description leaves out. */
    private static final Pattern PAGES = Pattern.compile("/|/(docs|api-spec|health|prometheus)(/.*)?");

    private final JsonNode api;
    private final OpenApiInteractionValidator validator;
    private final List<Template> templates;

    SpecCheck() {
        try {
            String description = Files.readString(Path.of("api-spec/openapi.yaml"));
            api = new YAMLMapper().readTree(description);
            validator = OpenApiInteractionValidator.createForInlineApiSpecification(description)
                    .withLevelResolver(LevelResolver.create().build())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        templates = api.get("paths").properties().stream()
                .map(p -> new Template(p.getKey(), p.getValue()))
                .sorted((a, b) -> Integer.compare(a.variables(), b.variables()))
                .toList();
    }

    /** A path of the description. */
    private record Template(String path, JsonNode operations) {
        int variables() {
            return path.split("\\{", -1).length - 1;
        }

        boolean matches(String actual) {
            String[] wanted = path.split("/", -1);
            String[] given = actual.split("/", -1);
            boolean same = wanted.length == given.length;
            for (int i = 0; same && i < wanted.length; i++) {
                same = wanted[i].startsWith("{") ? !given[i].isEmpty() : wanted[i].equals(given[i]);
            }
            return same;
        }
    }

    @Override
    public void check(String method, String address, Http.Reply reply) {
        String path = URI.create(address).getRawPath();
        Template template =
                templates.stream().filter(t -> t.matches(path)).findFirst().orElse(null);
        if (method.equals("HEAD")) { // described by GET's answers; HeadIT compares the two
            return;
        }
        JsonNode operation =
                template == null ? null : template.operations().get(method.toLowerCase(java.util.Locale.ROOT));
        String faults;
        if (operation != null) {
            faults = described(method, path, operation, reply);
        } else if (PAGES.matcher(path).matches() && reply.status() < 400) {
            faults = "";
        } else {
            faults = undescribed(template != null, reply);
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("api-spec/openapi.yaml does not say that " + method + " " + path + " answers "
                    + reply.status() + ":\n" + faults + "\n" + reply.headers() + "\n" + shortened(reply));
        }
    }

    private String described(String method, String path, JsonNode operation, Http.Reply reply) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
        reply.headers().forEach(response::withHeader);
        if (reply.body().length > 0) {
            response.withBody(reply.body());
        }
        ValidationReport report = validator.validateResponse(path, Request.Method.valueOf(method), response.build());
        String faults = report.getMessages().stream()
                .filter(m -> m.getLevel() == ValidationReport.Level.ERROR)
                .map(m -> m.getKey() + ": " + m.getMessage() + m.getAdditionalInfo())
                .collect(Collectors.joining("\n"));
        JsonNode answer = resolved(operation.get("responses").path(Integer.toString(reply.status())));
        return faults + (reply.status() >= 400 ? code(answer, reply) : unsaidHeaders(answer, reply));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? api.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** The code must be one that the description names for this operation and status. */
    private String code(JsonNode answer, Http.Reply reply) {
        if (!isProblem(reply)) {
            return "\nno problem document";
        }
        JsonNode said = answer.isMissingNode()
                ? api.at("/components/responses/OtherProblem/content/application~1problem+json/examples")
                : answer.at("/content/application~1problem+json/examples");
        return said.has(reply.<String>at("code")) ? "" : "\nthe code is not among " + names(said);
    }

    private static String unsaidHeaders(JsonNode answer, Http.Reply reply) {
        return HEADERS_SAID.stream()
                .filter(h -> reply.header(h) != null && !answer.path("headers").has(h))
                .map(h -> "\nthe header " + h + " is not described")
                .collect(Collectors.joining());
    }

    /** Where nothing is described, only problems of the framework are possible. */
    private static String undescribed(boolean knownPath, Http.Reply reply) {
        if (reply.status() < 400 || !isProblem(reply)) {
            return "nothing is described there";
        }
        String code = reply.at("code");
        Set<String> possible = knownPath
                ? ProblemAnswers.ALWAYS.stream().map(Problem::code).collect(Collectors.toSet())
                : Set.of(
                        "not-found", "malformed-request", "unauthenticated", "payload-too-large", "method-not-allowed");
        return possible.contains(code) ? "" : "the code is not among " + possible;
    }

    private static boolean isProblem(Http.Reply reply) {
        return reply.header("Content-Type") != null
                && reply.header("Content-Type").startsWith("application/problem+json")
                && reply.at("code") != null
                && reply.<Integer>at("status") == reply.status();
    }

    private static List<String> names(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private static String shortened(Http.Reply reply) {
        String text = reply.text();
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }
}
