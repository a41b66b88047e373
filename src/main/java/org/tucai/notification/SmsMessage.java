package org.tucai.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tucai.platform.web.Language;

/** An SMS: the registered template, its values in order, and the resulting text. */
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

    /** Variable to value, each 1-35 characters without links. */
    public Map<String, String> values() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, value.text()));
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
