package org.tucai.notification;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A subscribe message (订阅消息).
 *
 * @param template the template that was ticked: for a rejected photo always {@code REJECTED}, however the next one is taken
 * @param data field key ({@code thing1}) to value, within WeChat's limits
 */
public record SubscribeMessage(MessageTemplate template, Map<String, String> data) {
    public SubscribeMessage {
        data = Map.copyOf(data);
    }

    static SubscribeMessage of(MessageTemplate template, Map<String, MessageValue> values) {
        Map<String, String> data = new LinkedHashMap<>();
        template.fields().forEach(field -> data.put(field.key(), field.value(values)));
        return new SubscribeMessage(template.ticked(), data);
    }
}
