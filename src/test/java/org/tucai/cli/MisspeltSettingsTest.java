package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.platform.db.StartRefused;

/** A setting whose name is nearly right has no effect; the start reports it, so that nobody has to find out in May. */
class MisspeltSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "tucai.review.workingdays, tucai.review.working-days",
        "tucai.review.working.days, tucai.review.working-days",
        "tucai.reviews.working-days, tucai.review.working-days",
        "tucai.campaign.remind-befor, tucai.campaign.remind-before",
        "tucai.acount.code-life, tucai.account.code-life",
        "tucai.sandbx, tucai.sandbox",
        "tucai.sadnbox, tucai.sandbox",
        "tucai.db.pasword, tucai.db.password",
    })
    void aMisspeltSettingInAFileIsRefusedWithTheRightName(String given, String meant) {
        assertThatThrownBy(() -> start(given, PropertyConvention.JAVA_PROPERTIES))
                .isInstanceOf(StartRefused.class)
                .hasMessage("There is no setting " + given + "; write " + meant
                        + ", or, for a setting of your own, a name less similar to it.");
    }

    @ParameterizedTest
    @CsvSource({"tucai, tucai.account.code-life", "tucai.review, tucai.review.working-days"})
    void aValueForAWholeGroupOfSettingsIsRefused(String given, String one) {
        assertThatThrownBy(() -> start(given, PropertyConvention.JAVA_PROPERTIES))
                .isInstanceOf(StartRefused.class)
                .hasMessage("There is no setting " + given + " as such; write " + one + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "TUCAI_REVIEW_WORKINGDAYS, TUCAI_REVIEW_WORKING_DAYS",
        "TUCAI_DATADIR, TUCAI_DATA_DIR",
        "TUCAI_PORTS, TUCAI_PORT",
        "TUCAI_PROT, TUCAI_PORT",
        "TUCAI_HOTS, TUCAI_HOST",
        "TUCAI_JAVA_OPT, TUCAI_JAVA_OPTS",
    })
    void aMisspeltEnvironmentVariableIsRefusedWithTheRightName(String given, String meant) {
        assertThatThrownBy(() -> start(given, PropertyConvention.ENVIRONMENT_VARIABLE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("There is no setting " + given + "; write " + meant + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tucai.review.workingDays",
                "tucai.payment.wechat.merchant",
                "tucai.sms.url",
                "other.review.workingdays"
            })
    void otherSpellingsOfASettingAndSettingsOfAUnitsOwnAreAccepted(String given) {
        assertThatCode(() -> start(given, PropertyConvention.JAVA_PROPERTIES)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TUCAI_REVIEW_WORKING_DAYS",
                "TUCAI_DB_URL",
                "TUCAI_PORT",
                "TUCAI_AOT",
                "TUCAI_PAYMENT_WECHAT_KEY",
                "PATH"
            })
    void knownVariablesAndVariablesOfAUnitsOwnAreAccepted(String given) {
        assertThatCode(() -> start(given, PropertyConvention.ENVIRONMENT_VARIABLE))
                .doesNotThrowAnyException();
    }

    @Test
    void everySettingOfApplicationYmlIsKnown() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.yml"))) {
            assertThat(new YamlPropertySourceLoader().read("application", file).keySet())
                    .filteredOn(name -> name.startsWith("tucai."))
                    .isNotEmpty()
                    .isSubsetOf(SettingsCheck.names());
        }
    }

    private static void start(String name, PropertyConvention convention) {
        try (Environment environment = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .propertySources(
                        PropertySource.of("given", Map.of(name, "1"), convention, PropertySource.Origin.of("a test")))
                .build()
                .getEnvironment()
                .start()) {
            SettingsCheck.refuseMisspelt(environment);
        }
    }
}
