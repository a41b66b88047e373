package org.tucai.platform.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that clients follow: changed items appear again at its end, so {@code next} always exists.
 *
 * @param items in list order
 * @param next cursor of what follows; if there is nothing more now, keep it for a later request
 * @param more whether more items are available now
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
