package org.tucai.platform.blob;

import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** What is stored under the key is not what was put there: the disk, or somebody, changed the file. */
public final class BlobDamagedException extends IllegalStateException {
    public BlobDamagedException(String key) {
        super("damaged blob " + key, new ProblemException(PlatformProblem.STORED_FILE_DAMAGED));
    }
}
