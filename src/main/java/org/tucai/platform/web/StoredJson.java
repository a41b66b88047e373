package org.tucai.platform.web;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON that this program keeps in its own rows. It is read without {@link WholeJson}'s checks of foreign input, which take more than half
 * as long again for the report of a photo (40 µs for 8 KB), and a screen shows several.
 */
@Singleton
public class StoredJson {
    private final JsonMapper json;

    StoredJson(JsonMapper json) {
        this.json = WholeJson.trusting(json);
    }

    public String write(Object value) {
        try {
            return new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #write} has written. */
    public <T> T read(String stored, Class<T> type) {
        return read(stored, Argument.of(type));
    }

    /** What {@link #write} has written. */
    public <T> T read(String stored, Argument<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
