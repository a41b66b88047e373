package org.tucai.apispec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An example for every schema, built from one table of field values. The text beside a constant is the real word for that constant, since
 * authors of clients take an example for a real answer.
 */
final class Examples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("callbackAfterSeconds", 0),
            Map.entry("disputeDays", 30),
            Map.entry("expiresIn", 600),
            Map.entry("minor", 1500),
            Map.entry("OrderView.paid", 0),
            Map.entry("OrderView.refunded", 0),
            Map.entry("OrderView.refunding", 0),
            Map.entry("PhotoReportLine.measured", 78),
            Map.entry("amountMinor", 1500),
            Map.entry("maxBytes", 10485760),
            Map.entry("profileVersion", 1),
            Map.entry("studentNoPrefix", 4),
            Map.entry("triesAllowed", 10),
            Map.entry("triesLeft", 9),
            Map.entry("year", 2026));

    /** Flags that are normally false; set, they would tell another story. */
    private static final Set<String> FALSE =
            Set.of("doubtful", "evenIfOver", "fails", "hard", "onSite", "removePicture", "taken");

    /** Prefixes of public numbers, by a word that a field or schema begins with or contains. */
    private static final List<Map.Entry<String, String>> PREFIXES = List.of(
            Map.entry("proofreading", "prf"),
            Map.entry("checkcard", "prf"),
            Map.entry("schoolclient", "scl"),
            Map.entry("schoolstudent", "cap"),
            Map.entry("client", "scl"),
            Map.entry("campaign", "cmp"),
            Map.entry("capture", "cap"),
            Map.entry("photo", "pho"),
            Map.entry("opencode", "cod"),
            Map.entry("openedcode", "cod"),
            Map.entry("code", "cod"),
            Map.entry("order", "ord"),
            Map.entry("payment", "pay"),
            Map.entry("refund", "ref"),
            Map.entry("transaction", "txn"),
            Map.entry("package", "pkg"),
            Map.entry("conclusion", "ccl"),
            Map.entry("dispute", "dsp"),
            Map.entry("delivery", "dlv"),
            Map.entry("message", "msg"),
            Map.entry("audit", "aud"),
            Map.entry("failedjob", "fjb"),
            Map.entry("evidence", "evi"),
            Map.entry("shipment", "shp"),
            Map.entry("school", "sch"),
            Map.entry("session", "ses"),
            Map.entry("account", "acc"),
            Map.entry("staff", "stf"),
            Map.entry("reviewer", "stf"),
            Map.entry("reconciliation", "pay"),
            Map.entry("channel", "txn"),
            Map.entry("review", "rev"),
            Map.entry("bulk", "rev"));

    private final ObjectNode schemas;
    private final EnumWords words;

    Examples(ObjectNode schemas, EnumWords words) {
        this.schemas = schemas;
        this.words = words;
    }

    /** The example of this schema. */
    JsonNode of(String name) {
        return value(schemas.get(name), name, name);
    }

    private JsonNode value(JsonNode schema, String owner, String field) {
        if (schema.has("example")) {
            return schema.get("example");
        }
        String own = ExampleTexts.TEXTS.get(owner + "." + field);
        if (own != null && !schema.path("type").asText().equals("array")) {
            return JSON.textNode(own);
        }
        String referred = referred(schema);
        if (!referred.isEmpty()) {
            JsonNode value = of(referred);
            Integer minor = referred.equals("Money") ? NUMBERS.get(owner + "." + field) : null;
            return minor == null ? value : ((ObjectNode) value.deepCopy()).put("minor", minor);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, owner);
            case "array" -> array(schema, owner, field);
            case "integer" -> number(schema, field);
            case "number" ->
                JSON.numberNode(NUMBERS.containsKey(owner + "." + field) ? NUMBERS.get(owner + "." + field) : 0.5);
            case "boolean" -> JSON.booleanNode(!FALSE.contains(field));
            default -> JSON.textNode(text(schema, owner, field));
        };
    }

    /** The name of the schema referred to; empty for an inline schema. */
    private static String referred(JsonNode schema) {
        String reference = schema.has("allOf")
                ? schema.get("allOf").get(0).path("$ref").asText()
                : schema.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private ObjectNode object(JsonNode schema, String owner) {
        ObjectNode object = JSON.objectNode();
        if (schema.has("additionalProperties")) {
            return object.put("package", "prepay_id=pre_3F8ZQ1V7KX2M9T4B6C0D");
        }
        schema.path("properties")
                .properties()
                .forEach(p -> object.set(p.getKey(), value(p.getValue(), owner, p.getKey())));
        object.fieldNames().forEachRemaining(field -> {
            if (field.equals("text") || field.endsWith("Text")) {
                word(schema.get("properties"), object, field).ifPresent(word -> object.put(field, word));
            }
        });
        return object;
    }

    /** The word for the constant in the corresponding field. */
    private Optional<String> word(JsonNode properties, ObjectNode object, String field) {
        String constant = field.equals("text") ? "code" : field.substring(0, field.length() - "Text".length());
        Optional<String> word = words.of(
                referred(properties.path(constant)), object.path(constant).asText());
        if (word.isEmpty() && object.get(field).asText().equals(field)) {
            throw new IllegalStateException("the table does not say what is read in " + field + " of " + properties);
        }
        return word;
    }

    private ArrayNode array(JsonNode schema, String owner, String field) {
        return JSON.arrayNode().add(value(schema.get("items"), owner, field));
    }

    private static JsonNode number(JsonNode schema, String field) {
        int usual = NUMBERS.getOrDefault(field, 1);
        return JSON.numberNode(Math.max(usual, schema.path("minimum").asInt(0)));
    }

    private static String text(JsonNode schema, String owner, String field) {
        String known = ExampleTexts.TEXTS.get(field);
        if (known != null) {
            return known;
        }
        String format = schema.path("format").asText();
        if (format.equals("date-time")) {
            return "2026-04-20T10:00:00+08:00";
        }
        if (format.equals("date")) {
            return "2026-04-20";
        }
        if (field.equals("no")) {
            return prefix(owner) + "_3F8ZQ1V7KX2M9T4B6C0D";
        }
        if (field.endsWith("No")) {
            return prefix(field) + "_3F8ZQ1V7KX2M9T4B6C0D";
        }
        return field;
    }

    private static String prefix(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PREFIXES.stream()
                .filter(p -> lower.contains(p.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("num");
    }
}
