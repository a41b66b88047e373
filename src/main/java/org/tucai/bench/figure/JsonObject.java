package org.tucai.bench.figure;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects figures as a JSON object whose members keep their order. Numbers that are not finite become null. */
public final class JsonObject {
    private static final int DIGITS = 5;

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final Map<String, List<Map<String, @Nullable Object>>> lists = new LinkedHashMap<>();

    /** Adds a string, a number or a boolean. */
    public JsonObject put(String name, Object value) {
        members.put(name, value instanceof Double number ? rounded(number) : value);
        return this;
    }

    /** Adds a new object to the array under the name. */
    public JsonObject append(String name) {
        JsonObject child = new JsonObject();
        List<Map<String, @Nullable Object>> list = lists.computeIfAbsent(name, n -> new ArrayList<>());
        members.put(name, list);
        list.add(child.members);
        return child;
    }

    /** The object as JSON in one line. */
    public String text() throws IOException {
        return JsonMapper.createDefault().writeValueAsString(members);
    }

    private static @Nullable Object rounded(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_UP) : null;
    }
}
