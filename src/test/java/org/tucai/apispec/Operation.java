package org.tucai.apispec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucai.platform.web.Revalidated;

/** One operation's entry in the description, and the additions to it. */
final class Operation {
    /** Parameters that mean the same everywhere. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "cursor", "`next` of the previous page; omit it for the first page",
            "limit", "maximum number of items per page",
            "width", "approximate width in pixels; full size if omitted",
            "If-Match", "the ETag last read; required to change an existing resource",
            "If-None-Match", "the ETag of the client's copy");

    private static final List<String> ORDER = List.of(
            "tags",
            "summary",
            "description",
            "operationId",
            "x-roles",
            "security",
            "parameters",
            "requestBody",
            "responses");

    private final ObjectNode operation;
    private final Endpoint endpoint;
    private final Behaviour behaviour;

    Operation(ObjectNode operation, Endpoint endpoint, Behaviour behaviour) {
        this.operation = operation;
        this.endpoint = endpoint;
        this.behaviour = behaviour;
    }

    void complete() {
        roles();
        parameters();
        bodies(operation.at("/requestBody/content"));
        responses();
        order();
    }

    private void order() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (String name : ORDER) {
            if (operation.has(name)) {
                fields.put(name, operation.get(name));
            }
        }
        operation.removeAll();
        operation.setAll(fields);
    }

    private void roles() {
        Set<String> roles = new java.util.LinkedHashSet<>(endpoint.roles());
        String who = roles.isEmpty() ? "No authentication required." : "Roles: " + String.join(", ", roles) + ".";
        String said = operation.path("description").asText();
        operation.put("description", said.isEmpty() ? who : said + "\n\n" + who);
        ArrayNode names = operation.putArray("x-roles");
        roles.forEach(names::add);
        ArrayNode security = operation.putArray("security");
        if (!roles.isEmpty()) {
            security.addObject().putArray("bearer");
        }
    }

    private void parameters() {
        ArrayNode parameters = operation.withArray("/parameters");
        parameters.forEach(p -> {
            ObjectNode parameter = (ObjectNode) p;
            parameter.remove("explode");
            ((ObjectNode) parameter.get("schema")).remove("nullable");
            String sentence = PARAMETERS.get(parameter.get("name").asText());
            if (sentence != null) {
                parameter.put("description", sentence);
            }
        });
        if (endpoint.has(Revalidated.class)) {
            parameters.add(ProblemAnswers.reference("parameters", "IfNoneMatch"));
        }
        switch (behaviour.key()) {
            case NEEDED -> parameters.add(ProblemAnswers.reference("parameters", "IdempotencyKey"));
            case TAKEN -> parameters.add(ProblemAnswers.reference("parameters", "OptionalIdempotencyKey"));
            case IGNORED -> {
                if (parameters.isEmpty()) {
                    operation.remove("parameters");
                }
            }
        }
    }

    /** Byte arrays are binary, though the processor takes them for base64 text. */
    private static void bodies(JsonNode content) {
        content.forEach(media -> {
            ((ObjectNode) media).remove("example");
            if (media.at("/schema/format").asText().equals("byte")) {
                ((ObjectNode) media.get("schema")).put("format", "binary");
            }
        });
    }

    private void responses() {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        operation.get("responses").properties().stream()
                .filter(a -> a.getKey().compareTo("400") < 0)
                .sorted(Map.Entry.comparingByKey())
                .forEach(a -> answers.put(a.getKey(), success(a.getKey(), (ObjectNode) a.getValue())));
        if (endpoint.has(Revalidated.class)) {
            answers.put("304", success("304", ApiDescription.object().put("description", "Not modified")));
        }
        answers.putAll(ProblemAnswers.of(behaviour.problems()));
        ObjectNode responses = ApiDescription.object();
        responses.setAll(answers);
        operation.set("responses", responses);
    }

    private ObjectNode success(String status, ObjectNode answer) {
        if (answer.get("description").asText().endsWith(status + " response")) {
            answer.put("description", "OK");
        }
        bodies(answer.path("content"));
        ObjectNode headers = ApiDescription.object();
        if (behaviour.etag()) {
            headers.set("ETag", ProblemAnswers.reference("headers", "ETag"));
        }
        if (behaviour.location() && status.equals("201")) {
            headers.set("Location", ProblemAnswers.reference("headers", "Location"));
        }
        if (behaviour.key() != Behaviour.Key.IGNORED) {
            headers.set("Idempotent-Replayed", ProblemAnswers.reference("headers", "Idempotent-Replayed"));
        }
        if (!headers.isEmpty()) {
            answer.set("headers", headers);
        }
        return answer;
    }
}
