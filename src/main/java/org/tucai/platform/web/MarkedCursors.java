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
 * Marks cursors with the list and the filters that they belong to, and refuses them elsewhere: in another list a cursor would silently point
 * somewhere into the middle, and the client would take the rest for the whole.
 */
@ServerFilter("/api/**")
class MarkedCursors implements Ordered {
    private static final String CURSOR = "cursor";

    /** Which part of a list is asked for, not which list. */
    private static final Set<String> OF_A_PAGE = Set.of(CURSOR, "limit");

    /** After authentication: strangers are not told which parameters there are. */
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

    /** Short, because it is no protection: it only tells lists apart. */
    private static String mark(HttpRequest<?> request) {
        String list = request.getParameters().asMap().entrySet().stream()
                .filter(parameter -> !OF_A_PAGE.contains(parameter.getKey()))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .sorted()
                .collect(Collectors.joining("&", request.getPath() + "?", ""));
        return Integer.toHexString(list.hashCode());
    }
}
