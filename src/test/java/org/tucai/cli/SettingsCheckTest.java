package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.platform.db.StartRefused;

/** A setting with an impossible value is refused before anything is opened. */
class SettingsCheckTest {
    /** Free text of the operator's, such as names and passwords: anything but an empty value. */
    private static final Set<String> FREE = Set.of(
            "tucai.data-dir",
            "tucai.authority.keys-file",
            "tucai.capture-code.format",
            "tucai.payment.gateway",
            "tucai.db.user",
            "tucai.db.password",
            "tucai.metrics.token");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tucai.review.working-days | -3 | a whole number from 1 to 250",
                "tucai.review.working-days | 1.5 | a whole number from 1 to 250",
                "tucai.jobs.threads | 0 | a whole number from 1 to 200",
                "tucai.campaign.close-after | -1s | a duration from 0s to 3650d, such as 90s, 10m, 24h or 15d",
                "tucai.account.code-life | 59s | a duration from 1m to 1d, such as 90s, 10m, 24h or 15d",
                "tucai.security.access-token | soon | a duration from 1s to 1d, such as 90s, 10m, 24h or 15d",
                "tucai.account.code-tries | many | a whole number from 1 to 100",
                "micronaut.server.port | 70000 | a whole number from 0 to 65535",
                "micronaut.server.host | nowhere.invalid | an address of this machine, or a name that resolves to one",
                "micronaut.server.client-address-header | X Real IP | the name of a header, such as X-Real-IP, or empty",
                "tucai.sandbox | yes | true or false",
                "tucai.algorithms | National | international or national",
                "tucai.consent.version | 第一版 | 1 to 20 ASCII characters without spaces",
                "tucai.models | /no/such/folder | a folder containing all models, or empty",
                "tucai.authority.url | authority.example | empty, or an address that starts with http:// or https://,"
                        + " without ? and #",
            })
    void aValueOutOfRangeIsRefusedWithTheAllowedRange(String name, String value, String wanted) {
        assertThatThrownBy(() -> start(name, value))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The setting " + name + " is '" + value + "'; it must be " + wanted + ".");
    }

    @Test
    void theDatabasesAddressIsNotRepeatedBecauseItMayHoldAPassword() {
        assertThatThrownBy(() -> start("tucai.db.url", "db.example/tucai?password=geheim"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The setting tucai.db.url must be empty, or an address that starts with jdbc:mysql:.");
    }

    @Test
    void everySettingIsValidated() throws IOException {
        for (String name : settings()) {
            assertThatThrownBy(() -> start(name, name.startsWith("tucai.consent.") ? " " : "§ ?"))
                    .as(name)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(name);
        }
    }

    /** In YAML that is no value at all: the start would fail where the setting is first read, with a stack trace. */
    @ParameterizedTest
    @CsvSource({"db,password", "review,working-days", "authority,keys-file"})
    void aSettingWithNothingAfterItsColonIsRefused(String group, String name) throws IOException {
        byte[] file = "tucai:\n  %s:\n    %s:\n".formatted(group, name).getBytes(StandardCharsets.UTF_8);
        Map<String, Object> settings = new YamlPropertySourceLoader().read("file", file);

        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .propertySources(PropertySource.of("file", settings))
                .build();

        assertThatThrownBy(
                        () -> SettingsCheck.refuseBlank(context.getEnvironment().start()))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The setting tucai." + group + "." + name
                        + " has no value; remove it, or write \"\" if it is to be empty.");
    }

    private static Set<String> settings() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.yml"))) {
            Set<String> names = new TreeSet<>(
                    new YamlPropertySourceLoader().read("application", file).keySet());
            names.removeIf(name -> !name.startsWith("tucai.") || FREE.contains(name));
            return names;
        }
    }

    private static void start(String name, Object value) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(Map.of(name, value))
                .build();
        SettingsCheck.refuseWrong(context.getEnvironment().start());
    }
}
