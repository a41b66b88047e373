package org.tucai.platform.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;

/**
 * A piece of a list that is followed: what changes comes again at its end, so there is always a place to go on from.
 *
 * @param items in the order of the list
 * @param next cursor of what follows; to be kept by the client, and asked with again later when nothing more is there now
 * @param more whether there is more already
 */
@Serdeable
public record Feed<T>(List<T> items, String next, boolean more) {
    /** The piece of at most {@code limit} items from {@code limit + 1} fetched after {@code after}. */
    public static <T> Feed<T> of(List<T> fetched, int limit, Cursor after, Function<T, Cursor> cursor) {
        List<T> items = fetched.subList(0, Math.min(limit, fetched.size()));
        Cursor last = items.isEmpty() ? after : cursor.apply(items.getLast());
        return new Feed<>(items, last.encode(), fetched.size() > limit);
    }

    Feed<T> marked(String mark) {
        return new Feed<>(items, Cursor.marked(next, mark), more);
    }

    public <R> Feed<R> map(Function<? super T, ? extends R> view) {
        return new Feed<>(items.stream().<R>map(view).toList(), next, more);
    }
}
