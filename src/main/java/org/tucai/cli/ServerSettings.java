package org.tucai.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings whose environment variables do not follow from their names by rule. The framework knows only those that do; a placeholder in
 * {@code application.yml} for such a variable would be overridden by a configuration file, which must not win over the environment.
 */
final class ServerSettings {
    private static final Map<String, String> NAMES = Map.of(
            "TUCAI_PORT", "micronaut.server.port",
            "TUCAI_HOST", "micronaut.server.host",
            "TUCAI_METRICS", "micronaut.metrics.enabled",
            "TUCAI_UNIT", "tucai.authority.unit",
            "TUCAI_AUTHORITY_KEYS", "tucai.authority.keys-file",
            "TUCAI_CALLBACK_URL", "tucai.authority.callback-url");

    private ServerSettings() {}

    static Set<String> variables() {
        return NAMES.keySet();
    }

    /** The values of those environment variables, by setting; the caller may change the map. */
    static Map<String, Object> of(Map<String, @Nullable String> environment) {
        Map<String, Object> settings = new HashMap<>();
        NAMES.forEach((variable, setting) -> {
            String value = environment.get(variable);
            if (value != null) {
                settings.put(setting, value);
            }
        });
        return settings;
    }
}
