package org.tucai.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Tells browsers and proxies what not to do with an answer: guess its type, cache it, show it in a frame, send its address to other sites.
 * Answers are about persons, so none is cached unless its controller says otherwise, and those for staff and schools never.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class SafeHeaders implements Ordered {
    /** The page of the API's description has its own script within; everything else comes from here. */
    private static final String DOCS = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String NO_STORE = "no-store";

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String path = request.getPath();
        MutableHttpHeaders headers = response.getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        if (path.startsWith("/docs")) {
            headers.set("Content-Security-Policy", DOCS);
        } else if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", NOTHING);
        }
        if (!path.startsWith("/api/")) {
            return;
        }
        if (!path.startsWith("/api/v1/student/") || !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
    }
}
