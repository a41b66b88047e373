package org.tucai.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** What a content type that cannot be read stands for is bytes (RFC 9110 §8.3); the framework would fail on it before anybody answers. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class UnreadableTypes {
    @PreMatching
    @RequestFilter
    void takeForBytes(HttpRequest<?> request) {
        String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        if (type != null && !readable(type) && request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
    }

    private static boolean readable(String type) {
        try {
            return !MediaType.of(type).getSubtype().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
