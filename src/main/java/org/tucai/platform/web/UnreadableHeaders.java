package org.tucai.platform.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.web.router.Router;
import java.util.Locale;

/** Replaces malformed and missing headers on which the framework would fail before any handler runs. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class UnreadableHeaders {
    private final BeanProvider<Router> router;

    UnreadableHeaders(BeanProvider<Router> router) {
        this.router = router;
    }

    @PreMatching
    @RequestFilter
    void replace(HttpRequest<?> request) {
        if (request.getHeaders() instanceof MutableHttpHeaders headers) {
            String languages = headers.get(HttpHeaders.ACCEPT_LANGUAGE);
            if (languages != null && !isListOfLanguages(languages)) { // counts as none
                headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
            }
            String type = headers.get(HttpHeaders.CONTENT_TYPE);
            if (type == null ? isNeeded(request) : !isType(type)) { // stands for bytes (RFC 9110 §8.3)
                headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
            } else if (type != null
                    && !hasKnownCharset(type)) { // counts as none: JSON is UTF-8 in any case (RFC 8259 §8.1)
                headers.set(HttpHeaders.CONTENT_TYPE, MediaType.of(type).getName());
            }
        }
    }

    /** Some addresses have an operation for pictures and one for JSON: without a Content-Type the framework cannot choose. */
    private boolean isNeeded(HttpRequest<?> request) {
        return request.getMethod().permitsRequestBody()
                && router.get().findAllClosest(request).size() > 1;
    }

    private static boolean isListOfLanguages(String list) {
        try {
            return !Locale.LanguageRange.parse(list).isEmpty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the JDK throws both
            return false;
        }
    }

    private static boolean hasKnownCharset(String type) {
        try {
            MediaType.of(type).getCharset();
            return true;
        } catch (IllegalArgumentException e) { // what is no name of a charset, and names that Java does not know
            return false;
        }
    }

    private static boolean isType(String type) {
        try {
            return !MediaType.of(type).getSubtype().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
