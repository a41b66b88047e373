package org.tucai.platform.db;

import java.sql.SQLException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the database's own error inside the exceptions that the layers above wrap around it. */
final class SqlCause {
    private SqlCause() {}

    /** The outermost error of the database, among a failure and its causes, for which the predicate holds; null if there is none. */
    static @Nullable SQLException of(@Nullable Throwable failure, Predicate<SQLException> meant) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && meant.test(sql)) {
                return sql;
            }
        }
        return null;
    }
}
