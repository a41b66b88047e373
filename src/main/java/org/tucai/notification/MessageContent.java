package org.tucai.notification;

import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.StoredJson;

/**
 * The values of a message, sealed for the database. The app shows them in full; they are cut to a carrier's limits ({@link MessageValue})
 * only when they are sent to it.
 */
@Singleton
class MessageContent {
    private static final String CONTEXT = "message.content";
    private static final String IN_ENGLISH = ".en";
    private static final Argument<Map<String, String>> TEXTS = Argument.mapOf(String.class, String.class);

    private final Vault vault;
    private final StoredJson json;

    MessageContent(Vault vault, StoredJson json) {
        this.vault = vault;
        this.json = json;
    }

    /**
     * Seals one value for each of the template's variables; missing or additional values are a bug of the sender.
     *
     * @param english those values that differ in English
     */
    String seal(MessageTemplate template, Map<String, String> values, Map<String, String> english) {
        if (!values.keySet().equals(template.variables()) || !values.keySet().containsAll(english.keySet())) {
            throw new IllegalArgumentException(
                    template + " needs " + template.variables() + ", got " + values.keySet() + english.keySet());
        }
        Map<String, String> lines = new TreeMap<>();
        values.forEach((name, value) -> lines.put(name, MessageValue.line(value)));
        english.forEach((name, value) -> lines.put(name + IN_ENGLISH, MessageValue.line(value)));
        return vault.sealText(json.write(lines), CONTEXT);
    }

    /** One value for each of the template's variables, in that language if the languages differ. */
    Map<String, String> open(String sealed, Language language) {
        Map<String, String> all = json.read(vault.openText(sealed, CONTEXT), TEXTS);
        return all.keySet().stream()
                .filter(name -> !name.endsWith(IN_ENGLISH))
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> value(all, name, language)));
    }

    /** The same values, cut to a carrier's limits. */
    Map<String, MessageValue> openForCarrier(String sealed, Language language) {
        return open(sealed, language).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> MessageValue.fit(e.getValue())));
    }

    private static String value(Map<String, String> all, String name, Language language) {
        String chinese = Objects.requireNonNull(all.get(name));
        return language.pick(chinese, all.getOrDefault(name + IN_ENGLISH, chinese));
    }
}
