package org.tucai.platform.db;

import io.micronaut.data.exceptions.DataAccessException;

/**
 * A row that was not written because another has its unique key: somebody was faster. Of all failures of a write it alone leaves the
 * transaction as it was; after a deadlock all of it is undone, and who goes on with it commits a part.
 */
public final class DuplicateKey {
    /** {@code ER_DUP_ENTRY} of MySQL and MariaDB. */
    private static final int DUPLICATE_ENTRY = 1062;

    private DuplicateKey() {}

    /** Throws any other failure on. */
    public static void require(DataAccessException failure) {
        if (SqlCause.of(failure, sql -> sql.getErrorCode() == DUPLICATE_ENTRY) == null) {
            throw failure;
        }
    }
}
