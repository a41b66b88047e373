package org.tucai.platform.blob;

import org.tucai.platform.problem.PlatformProblem;

/** Nothing is stored under the key: deleted a moment ago, or after the database's backup was made. To a client it is not found. */
public final class BlobMissingException extends RuntimeException {
    public BlobMissingException(String key) {
        super("no blob " + key, PlatformProblem.notFound());
    }
}
