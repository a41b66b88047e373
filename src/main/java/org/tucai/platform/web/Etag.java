package org.tucai.platform.web;

import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** Conditional requests over a record's version. */
public final class Etag {
    private Etag() {}

    /** The strong entity tag of a version, quotes included. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Refuses a change to something else than what the client has read.
     *
     * @param ifMatch the header as sent; {@code *} matches every version
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(PlatformProblem.PRECONDITION_REQUIRED);
        }
        if (!ifMatch.equals("*") && !ifMatch.equals(of(version))) {
            throw new ProblemException(PlatformProblem.PRECONDITION_FAILED);
        }
    }
}
