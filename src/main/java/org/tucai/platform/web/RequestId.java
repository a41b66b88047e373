package org.tucai.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Names each request, so that what a client reports can be found in the log. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public class RequestId implements io.micronaut.core.order.Ordered {
    private static final String ATTRIBUTE = "tucai.request-id";
    private static final String HEADER = "X-Request-Id";

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }

    @RequestFilter
    void name(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, next());
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String id = of(request);
        if (id != null) {
            response.header(HEADER, id);
        }
    }

    private static String next() {
        return "req_" + Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, 36);
    }

    /** The name of this request. One whose head cannot be read reaches no filter: it gets its name here, and the answer tells it. */
    public static String of(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String id = of(request);
        if (id != null) {
            return id;
        }
        String given = next();
        response.header(HEADER, given);
        return given;
    }

    /** The name of this request; null before any filter ran. */
    public static @Nullable String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse(null);
    }
}
