package org.tucai.apispec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens schema names: {@code CampaignController.CreateCampaignBody} becomes {@code CreateCampaignBody}, a page of views {@code …Page}, a
 * feed of them {@code …Feed}.
 */
final class SchemaNames {
    private static final String PREFIX = "#/components/schemas/";
    private static final Pattern PAGE = Pattern.compile("(Page|Feed)_(.*)_");

    private SchemaNames() {}

    static void shorten(ObjectNode api) {
        ObjectNode schemas = (ObjectNode) api.at("/components/schemas");
        Map<String, String> names = new HashMap<>();
        schemas.fieldNames().forEachRemaining(name -> names.put(name, shorter(name)));
        // names that would become equal keep what distinguishes them
        names.replaceAll((name, shorter) ->
                names.values().stream().filter(shorter::equals).count() > 1 ? name.replace(".", "") : shorter);
        Map<String, JsonNode> renamed = new TreeMap<>();
        schemas.properties().forEach(s -> renamed.put(names.get(s.getKey()), s.getValue()));
        schemas.removeAll();
        schemas.setAll(renamed);
        rename(api, names);
    }

    private static String shorter(String name) {
        Matcher page = PAGE.matcher(name);
        if (page.matches()) {
            return shorter(page.group(2)).replaceFirst("View$", "") + page.group(1);
        }
        return name.endsWith("View") || name.endsWith("Body")
                ? name.substring(name.lastIndexOf('.') + 1)
                : name.replace(".", "");
    }

    private static void rename(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("$ref");
            if (reference != null && reference.asText().startsWith(PREFIX)) {
                String old = reference.asText().substring(PREFIX.length());
                object.set("$ref", TextNode.valueOf(PREFIX + names.getOrDefault(old, old)));
            }
        }
        node.forEach(child -> rename(child, names));
    }
}
