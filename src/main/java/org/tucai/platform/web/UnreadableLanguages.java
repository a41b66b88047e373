package org.tucai.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.Locale;

/** A list of languages that cannot be read counts as none; the framework would fail on it before anybody answers. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class UnreadableLanguages {
    @PreMatching
    @RequestFilter
    void forget(HttpRequest<?> request) {
        String wished = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        if (wished != null && !readable(wished) && request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
    }

    private static boolean readable(String list) {
        try {
            return !Locale.LanguageRange.parse(list).isEmpty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the JDK throws both
            return false;
        }
    }
}
