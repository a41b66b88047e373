package org.tucai.apispec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.micronaut.http.annotation.Controller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tucai.platform.problem.Problem;

/**
 * Writes api-spec/openapi.yaml. The annotation processor sees paths, parameters and bodies; this adds what only the code's behaviour shows:
 * roles, problems, idempotency keys, entity tags, locations, and an example of every body; and the words that the processor drops.
 */
public final class ApiDescription {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .stringQuotingChecker(new QuotedDates())
                    .build())
            .build();

    private static final Path SOURCES = Path.of("src/main/java");

    private final ObjectNode api;
    private final Map<String, Endpoint> endpoints;
    private final CallGraph calls;
    private final EnumWords words;

    private ApiDescription(ObjectNode api, JavaClasses classes) {
        this.api = api;
        this.endpoints = Endpoint.of(classes.stream()
                .filter(c -> c.isAnnotatedWith(Controller.class))
                .filter(c -> !c.getSimpleName().startsWith("$"))
                .map(JavaClass::reflect));
        this.calls = new CallGraph(classes);
        this.words = new EnumWords(classes);
    }

    /** The whole description, from the processor's output, the program's classes and all problems. */
    public static String write(String processed, JavaClasses classes, Collection<Problem> problems) throws IOException {
        ApiDescription description = new ApiDescription((ObjectNode) YAML.readTree(processed), classes);
        description.complete(problems);
        return YAML.writeValueAsString(description.api);
    }

    private void complete(Collection<Problem> problems) throws IOException {
        SourceWords.read(SOURCES).addTo((ObjectNode) api.at("/components/schemas"));
        SchemaNames.shorten(api);
        anchor(api);
        ObjectNode components = api.withObject("/components");
        ObjectNode schemas = (ObjectNode) components.get("schemas");
        Examples examples = new Examples(schemas, words);
        schemas.properties().stream()
                .filter(s -> s.getValue().path("type").asText().equals("object"))
                .forEach(s -> ((ObjectNode) s.getValue()).set("example", examples.of(s.getKey())));
        ProblemAnswers.addTo(components, problems);
        try (var shared = ApiDescription.class.getResourceAsStream("/apispec/shared.yaml")) {
            JsonNode parts = YAML.readTree(shared);
            parts.get("components")
                    .properties()
                    .forEach(kind -> kind.getValue()
                            .properties()
                            .forEach(p ->
                                    components.withObject("/" + kind.getKey()).set(p.getKey(), p.getValue())));
            api.set("info", parts.get("info"));
            api.set("servers", parts.get("servers"));
            tags(parts.get("tags"));
        }
        Map<String, Endpoint> missing = new TreeMap<>(endpoints);
        operations((path, method, operation) -> {
            Endpoint endpoint = missing.remove(method + " " + path);
            if (endpoint == null) {
                throw new IllegalStateException("no controller has " + method + " " + path);
            }
            new Operation(operation, endpoint, Behaviour.of(endpoint, calls)).complete();
        });
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "the processor saw a part of the program only; compile it whole: " + missing.keySet());
        }
        references(api);
        ProblemAnswers.dropUnused(api);
        order();
    }

    /**
     * The processor writes {@code nullable} beside an {@code allOf} of one reference. In OpenAPI 3.0 that admits no null: {@code nullable}
     * counts only beside a {@code type}, and what is referred to would still refuse it.
     */
    private static void references(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.path("allOf").size() == 1) {
            JsonNode referred = schema.get("allOf").get(0);
            if (schema.remove("nullable") != null) {
                schema.remove("allOf");
                ObjectNode nothing = schema.putArray("oneOf").add(referred).addObject();
                nothing.put("type", "object")
                        .put("nullable", true)
                        .putArray("enum")
                        .addNull();
            } else if (schema.size() == 1) {
                schema.removeAll();
                schema.setAll((ObjectNode) referred);
            }
        }
        node.forEach(ApiDescription::references);
    }

    /** Java matches the whole value against a pattern, JSON Schema any part of it. */
    private static void anchor(JsonNode node) {
        String pattern = node.path("pattern").asText("");
        if (node instanceof ObjectNode schema && !pattern.isEmpty() && !pattern.startsWith("^")) {
            schema.put("pattern", pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$");
        }
        node.forEach(ApiDescription::anchor);
    }

    /** Only the tags in use, each with its sentence. */
    private void tags(JsonNode sentences) throws IOException {
        Map<String, String> used = new TreeMap<>();
        operations((path, method, operation) -> operation.get("tags").forEach(tag -> {
            String sentence = sentences.path(tag.asText()).asText();
            if (sentence.isEmpty()) {
                throw new IllegalStateException("apispec/shared.yaml says nothing of the tag " + tag);
            }
            used.put(tag.asText(), sentence);
        }));
        ArrayNode tags = api.putArray("tags");
        used.forEach((name, sentence) -> tags.addObject().put("name", name).put("description", sentence));
    }

    private interface Visitor {
        void visit(String path, String method, ObjectNode operation);
    }

    private void operations(Visitor visitor) {
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(op -> visitor.visit(
                                path.getKey(), op.getKey().toUpperCase(java.util.Locale.ROOT), (ObjectNode)
                                        op.getValue())));
    }

    private void order() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (String name : List.of("openapi", "info", "servers", "tags", "paths", "components")) {
            fields.put(name, api.get(name));
        }
        api.removeAll();
        api.setAll(fields);
        ObjectNode components = (ObjectNode) api.get("components");
        List<Map.Entry<String, JsonNode>> kinds = new ArrayList<>(components.properties());
        kinds.sort(Map.Entry.comparingByKey());
        Map<String, JsonNode> sorted = kinds.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        components.removeAll();
        components.setAll(sorted);
    }

    /** To YAML 1.1, which most libraries read, a date without quotes is not a text. */
    private static final class QuotedDates extends StringQuotingChecker.Default {
        private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");

        @Override
        public boolean needToQuoteValue(String value) {
            return DATE.matcher(value).matches() || super.needToQuoteValue(value);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
