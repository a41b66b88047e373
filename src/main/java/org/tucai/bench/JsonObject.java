package org.tucai.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A JSON object in the making; members keep their order. Numbers that are not finite become null. */
final class JsonObject {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a string, a number, a boolean or another object. */
    JsonObject put(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** A new object under the name. */
    JsonObject object(String name) {
        JsonObject child = new JsonObject();
        members.put(name, child);
        return child;
    }

    /** Adds a new object to the array under the name. */
    JsonObject append(String name) {
        JsonObject child = new JsonObject();
        if (members.computeIfAbsent(name, n -> new Items(new ArrayList<>())) instanceof Items items) {
            items.list().add(child);
        }
        return child;
    }

    private record Items(List<JsonObject> list) {
        @Override
        public String toString() {
            return list.toString();
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("{");
        members.forEach((name, value) -> {
            out.append(out.length() == 1 ? "" : ",")
                    .append(quoted(name))
                    .append(':')
                    .append(literal(value));
        });
        return out.append('}').toString();
    }

    private static String literal(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case Double number -> Double.isFinite(number) ? String.format(Locale.ROOT, "%.5f", number) : "null";
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
