package org.tucai.platform.metrics;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/**
 * Answers {@code /prometheus} only to clients that send the token of {@code tucai.metrics.token}. A scraper cannot sign in every ten
 * minutes, so it has a token, which is good for nothing else. Without the setting the address does not exist.
 */
@ServerFilter("/prometheus/**") // the router accepts the same address with a slash at its end
class MetricsGuard {
    private final String token;

    MetricsGuard(@Value("${tucai.metrics.token}") String token) {
        this.token = token;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (token.isBlank()) {
            throw PlatformProblem.notFound();
        }
        String sent = Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.AUTHORIZATION), "");
        if (!MessageDigest.isEqual(bytes("Bearer " + token), bytes(sent))) {
            throw new ProblemException(PlatformProblem.UNAUTHENTICATED);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
