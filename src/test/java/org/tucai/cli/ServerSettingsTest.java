package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment takes precedence over a configuration file, and the file over the defaults. */
class ServerSettingsTest {
    private static final Pattern NAMED = Pattern.compile("\\$\\{(TUCAI_[A-Z_]+):");

    @TempDir
    private Path folder;

    @Test
    void everyVariableOfTheEnvironmentWinsOverTheConfigurationFile() throws IOException {
        Path file = folder.resolve("own.yml");
        Files.writeString(file, """
                micronaut.server.port: 1
                micronaut.server.host: file
                tucai.authority.unit: file
                tucai.authority.keys-file: file
                tucai.authority.callback-url: file
                tucai.review.working-days: 1
                """);
        Map<String, String> environment = Map.of(
                "TUCAI_PORT", "2",
                "TUCAI_HOST", "environment",
                "TUCAI_UNIT", "environment",
                "TUCAI_AUTHORITY_KEYS", "environment");

        Map<String, String> found = settings(file, environment);

        assertThat(found)
                .containsEntry("micronaut.server.port", "2")
                .containsEntry("micronaut.server.host", "environment")
                .containsEntry("tucai.authority.unit", "environment")
                .containsEntry("tucai.authority.keys-file", "environment")
                .containsEntry("tucai.authority.callback-url", "file")
                .containsEntry("tucai.review.working-days", "1");
    }

    @Test
    void everyVariableInApplicationYmlOverridesItsSettingByNamingRuleOrByList() throws IOException {
        Map<String, String> settings = new HashMap<>();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.yml"))) {
            new YamlPropertySourceLoader().read("application", file).forEach((setting, value) -> {
                Matcher named = NAMED.matcher(String.valueOf(value));
                if (named.lookingAt()) {
                    settings.put(named.group(1), setting);
                }
            });
        }
        assertThat(settings).hasSizeGreaterThan(10);
        Map<String, String> environment = new HashMap<>(settings);

        Map<String, Object> byName = ServerSettings.of(environment);

        settings.forEach((variable, setting) -> {
            boolean byRule = setting.replace('.', '_')
                    .replace('-', '_')
                    .toUpperCase(Locale.ROOT)
                    .equals(variable);
            assertThat(byRule || setting.equals(byName.get(setting)))
                    .as(variable)
                    .isTrue();
        });
    }

    private static Map<String, String> settings(Path file, Map<String, String> environment) {
        System.setProperty("micronaut.config.files", file.toString());
        try {
            ApplicationContext context = ApplicationContext.builder()
                    .deduceEnvironment(false)
                    .banner(false)
                    .properties(ServerSettings.of(environment))
                    .build();
            context.getEnvironment().start();
            Map<String, String> found = new HashMap<>();
            for (String name : new String[] {
                "micronaut.server.port",
                "micronaut.server.host",
                "tucai.authority.unit",
                "tucai.authority.keys-file",
                "tucai.authority.callback-url",
                "tucai.review.working-days"
            }) {
                found.put(
                        name,
                        context.getEnvironment().getProperty(name, String.class).orElseThrow());
            }
            return found;
        } finally {
            System.clearProperty("micronaut.config.files");
        }
    }
}
