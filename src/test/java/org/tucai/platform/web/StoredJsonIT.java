package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonSyntaxException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.testing.TucaiTest;

@TucaiTest
class StoredJsonIT {
    private static final Argument<Map<String, String>> TEXTS = Argument.mapOf(String.class, String.class);

    private final StoredJson stored;
    private final JsonMapper strangers;

    StoredJsonIT(StoredJson stored, JsonMapper strangers) {
        this.stored = stored;
        this.strangers = strangers;
    }

    @Test
    void readsWhatItHasWritten() {
        String text = stored.write(Map.of("name", "欧阳𠮷\n"));

        assertThat(stored.read(text, TEXTS)).containsExactly(Map.entry("name", "欧阳𠮷\n"));
    }

    @Test
    void isReadWithoutTheStrictChecksOfClientJson() throws IOException {
        String text = stored.write(Map.of("a", "b"));

        assertThat(stored.read(text + text, TEXTS)).containsExactly(Map.entry("a", "b"));
        assertThat(strangers.readValue(text, TEXTS)).containsExactly(Map.entry("a", "b"));
        assertThatThrownBy(() -> strangers.readValue(text + text, TEXTS)).isInstanceOf(JsonSyntaxException.class);
    }
}
