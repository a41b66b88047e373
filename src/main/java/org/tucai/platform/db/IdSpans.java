package org.tucai.platform.db;

import java.util.ArrayList;
import java.util.List;

/** Goes through a whole table in spans of ids: one statement over a million rows would exceed the time limit of statements. */
public final class IdSpans {
    private static final int SPAN = 20_000;

    private IdSpans() {}

    /** What is found in one span of ids. */
    @FunctionalInterface
    public interface Search {
        /**
         * Finds some of what lies between two ids.
         *
         * @param after only ids above this one
         * @param until the last id, included
         */
        List<String> find(long after, long until, int most);
    }

    /** What is found up to that id, no more than so many. */
    public static List<String> collect(long lastId, int most, Search search) {
        List<String> found = new ArrayList<>();
        for (long after = 0; after < lastId && found.size() < most; after += SPAN) {
            found.addAll(search.find(after, after + SPAN, most - found.size()));
        }
        return found;
    }
}
