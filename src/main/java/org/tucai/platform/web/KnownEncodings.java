package org.tucai.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/**
 * Refuses bodies in encodings that nobody decodes ({@code br}, {@code zstd}, two at once). The framework passes them on undecoded, and the
 * sender would be told that the picture is unreadable or a field is wrong.
 */
@ServerFilter({"/api/**", "/callbacks/**"})
class KnownEncodings implements Ordered {
    /** After the token was read, before anything reads the body. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void require(HttpRequest<?> request) {
        String left = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (left != null && !left.isBlank() && !left.strip().equalsIgnoreCase("identity")) {
            throw new ProblemException(PlatformProblem.UNSUPPORTED_ENCODING);
        }
    }
}
