package org.tucai.platform.db;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A write that the database refused because its disk is full: it succeeds once somebody has made room. */
public final class FullDisk {
    /** {@code ER_DISK_FULL} and {@code ER_RECORD_FILE_FULL} ("The table … is full") of MySQL and MariaDB. */
    private static final Set<Integer> FULL = Set.of(1021, 1114);

    /** The operating system's words, quoted in errors about any file: a temporary one, a log, a table's own. */
    private static final String NO_SPACE = "No space left on device";

    private FullDisk() {}

    /** Whether the failure, or what it came from, is such a write. */
    public static boolean isBehind(@Nullable Throwable failure) {
        return SqlCause.of(failure, FullDisk::saysSo) != null;
    }

    private static boolean saysSo(SQLException e) {
        return FULL.contains(e.getErrorCode())
                || (e.getMessage() != null && e.getMessage().contains(NO_SPACE));
    }
}
