package org.tucai.platform.privacy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One file of a student's copy; its content is read only when the file is written. */
public sealed interface PersonalFile {
    /** ASCII. */
    String name();

    /** One JSON document; serialised as an API answer would be. */
    record Document(String name, Supplier<?> value) implements PersonalFile {}

    /** A JSON array of unknown length; one page of it is in memory at a time. */
    record Listing(String name, Iterator<? extends List<?>> pages) implements PersonalFile {
        private static final int PAGE = 200;

        /**
         * Reads page after page.
         *
         * @param next at most that many rows after the given one; from the first for null
         * @param view a row as it is written
         */
        public static <R> Listing of(String name, Pager<R> next, Function<R, ?> view) {
            return new Listing(name, new Iterator<List<?>>() {
                private @Nullable R last;
                private boolean ended;

                @Override
                public boolean hasNext() {
                    return !ended;
                }

                @Override
                public List<?> next() {
                    if (ended) {
                        throw new NoSuchElementException();
                    }
                    List<R> rows = next.page(last, PAGE);
                    ended = rows.size() < PAGE;
                    last = rows.isEmpty() ? last : rows.getLast();
                    return rows.stream().map(view).toList();
                }
            });
        }

        /** Reads one page. */
        @FunctionalInterface
        public interface Pager<R> {
            List<R> page(@Nullable R last, int limit);
        }
    }

    /**
     * A picture from the store.
     *
     * @param name without an extension: the bytes decide which
     * @param content fails when the picture was deleted meanwhile, or is damaged
     * @param written told the whole name once the picture is in the copy, so that documents name only what is there
     */
    record Picture(String name, Supplier<byte[]> content, Consumer<String> written) implements PersonalFile {}
}
