package org.tucai.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cursor leads on in the list that gave it, filtered as it was. In another it is a place too, but nobody's: what comes after it begins
 * somewhere in the middle, and who asked takes it for the whole.
 */
@ServerFilter("/api/**")
class MarkedCursors implements Ordered {
    private static final String CURSOR = "cursor";

    /** Which part of a list is asked for, not which list. */
    private static final Set<String> OF_A_PAGE = Set.of(CURSOR, "limit");

    /** Strangers hear of no parameter. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + 1; // parameters that nobody knows are named first
    }

    @RequestFilter
    void require(HttpRequest<?> request) {
        String cursor = request.getParameters().get(CURSOR);
        if (cursor != null) {
            Cursor.requireMark(cursor, mark(request));
        }
    }

    @ResponseFilter
    void mark(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.body() instanceof Page<?> page) {
            response.body(page.marked(mark(request)));
        } else if (response.body() instanceof Feed<?> feed) {
            response.body(feed.marked(mark(request)));
        }
    }

    /** Short, for it keeps nobody out: it tells lists apart that are taken for each other. */
    private static String mark(HttpRequest<?> request) {
        String list = request.getParameters().asMap().entrySet().stream()
                .filter(parameter -> !OF_A_PAGE.contains(parameter.getKey()))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .sorted()
                .collect(Collectors.joining("&", request.getPath() + "?", ""));
        return Integer.toHexString(list.hashCode());
    }
}
