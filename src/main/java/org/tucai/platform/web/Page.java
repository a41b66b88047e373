package org.tucai.platform.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param items in list order
 * @param next cursor of the next page; null on the last one
 */
@Serdeable
public record Page<T>(List<T> items, @Nullable String next) {
    /** The piece of at most {@code limit} items from {@code limit + 1} fetched ones; {@code cursor} reads an item's place. */
    public static <T> Page<T> of(List<T> fetched, int limit, Function<T, Cursor> cursor) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).encode());
    }

    Page<T> marked(String mark) {
        return next == null ? this : new Page<>(items, Cursor.marked(next, mark));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
