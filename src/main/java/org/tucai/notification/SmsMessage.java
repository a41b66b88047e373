package org.tucai.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.tucai.platform.web.Language;

/** An SMS: the registered template, its values, and the resulting text. */
public final class SmsMessage {
    private final MessageTemplate template;
    private final Language language;
    private final Map<String, MessageValue> values;

    SmsMessage(MessageTemplate template, Language language, Map<String, MessageValue> values) {
        this.template = template;
        this.language = language;
        this.values = Map.copyOf(values);
    }

    public MessageTemplate template() {
        return template;
    }

    public Language language() {
        return language;
    }

    /** Variable to value, each 1-35 characters without links; in the order of the text, because many carriers number the variables. */
    public SequencedMap<String, String> values() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        template.variables(language)
                .forEach(name -> texts.put(
                        name, Objects.requireNonNull(values.get(name), name).text()));
        return texts;
    }

    /** The text: 1-500 characters, without the sender's name. */
    public String text() {
        return template.body(language, values());
    }

    /** Without the values: one may be a login code. */
    @Override
    public String toString() {
        return "SmsMessage[" + template + ", " + language + "]";
    }
}
