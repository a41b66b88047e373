package org.tucai.platform.blob;

import java.io.IOException;
import java.time.Duration;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** The disk of the pictures refuses to read or write: it is damaged, was made read-only, or its folders belong to another user. */
public final class BlobDiskException extends RuntimeException {
    /** How long a person may need to mend it. */
    private static final Duration SOON = Duration.ofMinutes(1);

    BlobDiskException(IOException why) {
        super("the disk of the pictures fails: " + why, problem(why));
    }

    private static ProblemException problem(IOException why) {
        ProblemException problem = ProblemException.retryAfter(PlatformProblem.TEMPORARILY_UNAVAILABLE, SOON);
        problem.initCause(why);
        return problem;
    }
}
