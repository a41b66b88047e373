package org.tucai.apispec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.Problem;

/** Problems in the description: one answer per status, with an example for each code it may carry. */
final class ProblemAnswers {
    /** Any operation may answer these; they are listed once, under {@code default}. */
    static final List<Problem> ALWAYS = List.of(
            PlatformProblem.METHOD_NOT_ALLOWED,
            PlatformProblem.NOT_ACCEPTABLE,
            PlatformProblem.INTERNAL_ERROR,
            PlatformProblem.TEMPORARILY_UNAVAILABLE);

    private static final String TYPE = "application/problem+json";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProblemAnswers() {}

    /** Answers by status, {@code default} last. */
    static Map<String, ObjectNode> of(Collection<Problem> problems) {
        Map<Integer, List<Problem>> byStatus =
                problems.stream().collect(Collectors.groupingBy(Problem::status, TreeMap::new, Collectors.toList()));
        Map<String, ObjectNode> answers = new java.util.LinkedHashMap<>();
        byStatus.forEach((status, some) -> answers.put(
                Integer.toString(status),
                some.size() == 1 ? reference("responses", some.getFirst().code()) : answer(some)));
        answers.put("default", reference("responses", "OtherProblem"));
        return answers;
    }

    private static ObjectNode answer(List<Problem> problems) {
        ObjectNode answer = JSON.objectNode();
        answer.put(
                "description",
                problems.stream()
                        .map(p -> "`" + p.code() + "`: " + p.answer().titleEn())
                        .collect(Collectors.joining("; ")));
        if (problems.stream().anyMatch(p -> p.status() == 429 || p.status() == 503)) {
            answer.putObject("headers").set("Retry-After", reference("headers", "Retry-After"));
        }
        if (problems.getFirst().status() == 401) {
            answer.withObject("/headers").set("WWW-Authenticate", reference("headers", "WWW-Authenticate"));
        }
        ObjectNode media = answer.putObject("content").putObject(TYPE);
        media.set("schema", reference("schemas", "Problem"));
        ObjectNode examples = media.putObject("examples");
        problems.forEach(p -> examples.set(p.code(), reference("examples", p.code())));
        return answer;
    }

    /** Adds the shared parts: the body, the answer that any operation may give, and an answer and an example for each problem. */
    static void addTo(ObjectNode components, Collection<Problem> all) {
        ObjectNode schemas = (ObjectNode) components.get("schemas");
        schemas.set("Problem", body());
        ObjectNode examples = components.withObject("/examples");
        all.stream()
                .sorted(java.util.Comparator.comparing(Problem::code))
                .forEach(p -> examples.set(p.code(), example(p)));
        ObjectNode responses = components.withObject("/responses");
        responses.set("OtherProblem", answer(ALWAYS));
        all.forEach(p -> responses.set(p.code(), answer(List.of(p))));
    }

    /** Most problems share their status with others of the same operations, so that no operation refers to an answer of theirs alone. */
    static void dropUnused(ObjectNode api) {
        for (String kind : List.of("responses", "examples")) { // answers refer to examples
            Set<String> used = Set.copyOf(api.findValuesAsText("$ref"));
            ObjectNode parts = (ObjectNode) api.at("/components/" + kind);
            parts.retain(parts.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> used.contains(path(kind, name)))
                    .toList());
        }
    }

    private static ObjectNode example(Problem p) {
        ObjectNode example = JSON.objectNode().put("summary", p.answer().titleZh());
        ObjectNode value = example.putObject("value")
                .put("type", "/docs/problems#" + p.code())
                .put("title", p.answer().titleEn())
                .put("status", p.status())
                .put("detail", p.answer().detailEn().replace("''", "'"))
                .put("instance", "req_1k2m3n4p5q6r")
                .put("code", p.code());
        if (p == PlatformProblem.INVALID_FIELDS) {
            value.putArray("errors")
                    .addObject()
                    .put("detail", "must not be blank")
                    .put("pointer", "/name");
        }
        return example;
    }

    private static ObjectNode body() {
        ObjectNode body = JSON.objectNode().put("type", "object");
        body.put("description", "Why a request was refused (RFC 9457). Switch on `code`, show `detail`.");
        body.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("detail")
                .add("instance")
                .add("code");
        ObjectNode fields = body.putObject("properties");
        text(fields, "type", "URI of the problem's description").put("format", "uri-reference");
        text(fields, "title", "short name in the client's language");
        fields.putObject("status")
                .put("type", "integer")
                .put("format", "int32")
                .put("minimum", 400)
                .put("maximum", 599)
                .put("description", "the HTTP status");
        text(fields, "detail", "what happened and what to do, in the client's language");
        text(fields, "instance", "the request's id, as in the log");
        text(fields, "code", "for clients to switch on; every code is in api-spec/problems.md")
                .put("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$");
        ObjectNode errors = fields.putObject("errors").put("type", "array");
        errors.put("description", "the invalid fields; only with 422");
        ObjectNode error = errors.putObject("items").put("type", "object");
        error.putArray("required").add("detail").add("pointer");
        ObjectNode parts = error.putObject("properties");
        text(parts, "detail", "what is wrong with it");
        text(parts, "pointer", "RFC 6901 pointer into the body, `?limit` of the query, or `{code}` of the path");
        return body;
    }

    private static ObjectNode text(ObjectNode fields, String name, String description) {
        return fields.putObject(name).put("type", "string").put("description", description);
    }

    static ObjectNode reference(String kind, String name) {
        return JSON.objectNode().put("$ref", path(kind, name));
    }

    private static String path(String kind, String name) {
        return "#/components/" + kind + "/" + name;
    }
}
