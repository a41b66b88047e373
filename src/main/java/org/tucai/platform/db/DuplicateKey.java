package org.tucai.platform.db;

import io.micronaut.data.exceptions.DataAccessException;

/**
 * A row that was not written because another one has its unique key: somebody was faster. It is the only failure of a write after which
 * the transaction may go on; a deadlock, for example, rolls all of it back, and whoever continued would commit only the rest.
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
