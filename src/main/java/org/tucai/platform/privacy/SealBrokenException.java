package org.tucai.platform.privacy;

import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** What was sealed does not open: the row was changed, by the disk or by somebody, or its key is missing. */
public final class SealBrokenException extends IllegalStateException {
    SealBrokenException(String context, Exception why) {
        super("cannot open what was sealed for " + context + ": " + why.getMessage(), problem(why));
    }

    private static ProblemException problem(Exception why) {
        ProblemException problem = new ProblemException(PlatformProblem.STORED_DATA_UNREADABLE);
        problem.addSuppressed(why);
        return problem;
    }
}
