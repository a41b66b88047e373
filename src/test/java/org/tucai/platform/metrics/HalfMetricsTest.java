package org.tucai.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfMetricsTest {
    @Test
    void namesTheMissingOneOfTheTwoSettings() {
        assertThat(new HalfMetrics(true, " ").remarks())
                .singleElement()
                .asString()
                .contains("TUCAI_METRICS_TOKEN");
        assertThat(new HalfMetrics(false, "secret"))
                .extracting(m -> m.remarks().getFirst())
                .asString()
                .contains("(TUCAI_METRICS) is not true")
                .doesNotContain("secret");
    }

    @Test
    void isSilentWhenBothSettingsOrNeitherAreSet() {
        assertThat(new HalfMetrics(true, "secret").remarks()).isEmpty();
        assertThat(new HalfMetrics(false, "").remarks()).isEmpty();
    }
}
