package org.tucai.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/**
 * Clients of operations that answer nothing accept {@code application/problem+json} alone, for refusals are all they may
 * get. Without this they would be refused for it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class AcceptProblems {
    private static final MediaType PROBLEM = MediaType.of("application/problem+json");

    @PreMatching
    @RequestFilter
    void admitAnswersWithoutBody(HttpRequest<?> request) {
        if (request.getHeaders() instanceof MutableHttpHeaders headers
                && request.accept().contains(PROBLEM)) {
            headers.add(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }
}
