package org.tucai.platform.metrics;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import org.tucai.platform.start.StartRemark;

/** Metrics need two settings. If only one is set, says which one is missing: the scraper finds nothing and is not told why. */
@Singleton
class HalfMetrics implements StartRemark {
    private final boolean enabled;
    private final boolean hasToken;

    HalfMetrics(@Value("${micronaut.metrics.enabled}") boolean enabled, @Value("${tucai.metrics.token}") String token) {
        this.enabled = enabled;
        this.hasToken = !token.isBlank();
    }

    @Override
    public List<String> remarks() {
        if (enabled == hasToken) {
            return List.of();
        }
        return List.of(
                enabled
                        ? "No tucai.metrics.token (TUCAI_METRICS_TOKEN): there is no /prometheus"
                        : "micronaut.metrics.enabled (TUCAI_METRICS) is not true: there is no /prometheus, though it has a token");
    }
}
