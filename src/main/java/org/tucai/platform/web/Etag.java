package org.tucai.platform.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** Conditional requests: over a record's version, or over what an answer holds. */
public final class Etag {
    private static final String WEAK = "W/";
    private static final String ANY = "*";

    private Etag() {}

    /** The strong entity tag of a version, quotes included. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Refuses a change to something else than what the client has read.
     *
     * @param ifMatch the header as sent, one tag or several; {@code *} matches every version
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(PlatformProblem.PRECONDITION_REQUIRED);
        }
        if (!names(ifMatch, of(version))) {
            throw new ProblemException(PlatformProblem.PRECONDITION_FAILED);
        }
    }

    /**
     * Whether the client has what that tag stands for.
     *
     * @param ifNoneMatch the header as sent, one tag or several
     */
    public static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null && names(ifNoneMatch, tag);
    }

    /** Accepts weak tags too: a proxy that compresses an answer weakens its tag, though the content is the same. */
    private static boolean names(String list, String tag) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .anyMatch(given -> given.equals(ANY) || strong(given).equals(strong(tag)));
    }

    private static String strong(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
