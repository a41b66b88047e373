package org.tucai.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rewrites the {@code Accept} header for the framework. By itself that does not know {@code image/*}, copies the client's parameters
 * ({@code application/json;q=0.5}, {@code charset=gbk}) to the answer's type, and refuses clients that accept
 * {@code application/problem+json} alone, which is all that operations without an answer may return.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class AcceptedTypes {
    @PreMatching
    @RequestFilter
    void rename(HttpRequest<?> request) {
        if (!(request.getHeaders() instanceof MutableHttpHeaders headers) || !headers.contains(HttpHeaders.ACCEPT)) {
            return;
        }
        Set<String> known = request.accept().stream() // the best liked first
                .filter(type -> type.getQualityAsNumber().signum() > 0)
                .flatMap(type -> names(type.getName()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        headers.set(HttpHeaders.ACCEPT, known.isEmpty() ? MediaType.ALL : String.join(", ", known));
    }

    private static Stream<String> names(String type) {
        List<String> ours = switch (type) {
            case "application/*" ->
                List.of(MediaType.APPLICATION_JSON, "application/zip", MediaType.APPLICATION_OCTET_STREAM);
            case "application/problem+json" -> List.of(type, MediaType.APPLICATION_JSON);
            case "image/*" -> List.of(MediaType.IMAGE_JPEG);
            case "text/*" -> List.of(MediaType.TEXT_HTML);
            default -> List.of(type);
        };
        return ours.stream();
    }
}
