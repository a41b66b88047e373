package org.tucai.notification;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tucai.platform.privacy.Vault;

/** The values of a message, fitted to the carriers' limits and sealed for the database. */
@Singleton
class MessageContent {
    private static final String CONTEXT = "message.content";
    private static final Argument<Map<String, String>> TEXTS = Argument.mapOf(String.class, String.class);

    private final Vault vault;
    private final JsonMapper json;

    MessageContent(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** Exactly the template's variables, else it is a bug of the sender. */
    String seal(MessageTemplate template, Map<String, String> values) {
        if (!values.keySet().equals(template.variables())) {
            throw new IllegalArgumentException(
                    template + " needs " + template.variables() + ", got " + values.keySet());
        }
        Map<String, String> fitted = new TreeMap<>();
        values.forEach((name, value) -> fitted.put(name, MessageValue.fit(value).text()));
        try {
            return vault.sealText(json.writeValueAsString(fitted), CONTEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, MessageValue> open(String sealed) {
        try {
            return json.readValue(vault.openText(sealed, CONTEXT), TEXTS).entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> new MessageValue(e.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
