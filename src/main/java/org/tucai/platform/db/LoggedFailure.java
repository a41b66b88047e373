package org.tucai.platform.db;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * What the log says of a failure, from its end of the line on ({@code %failure} of {@code logback.xml}): the trace; of a database that is
 * away only the reason, in the same line. While it is away whoever works in the background meets that every few seconds, and it is no
 * news where in the program.
 */
public final class LoggedFailure extends ThrowableProxyConverter {
    private static final String CONNECTION = "08";

    /** Somebody here closed the connection: where, is what has to be known. */
    private static final String CLOSED_BY_US = "08003";

    @Override
    public String convert(ILoggingEvent event) {
        String end = System.lineSeparator();
        Throwable failure = event.getThrowableProxy() instanceof ThrowableProxy known ? known.getThrowable() : null;
        SQLException away = SqlCause.of(failure, LoggedFailure::isAway);
        return away == null ? end + super.convert(event) : ": " + reason(away) + end;
    }

    private static boolean isAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException // the pool's own, when none came in time
                || (state.startsWith(CONNECTION) && !state.equals(CLOSED_BY_US));
    }

    /** The driver's reason has more lines, which say the same to an operator. */
    private static String reason(SQLException away) {
        return String.valueOf(away.getMessage()).lines().findFirst().orElse("");
    }
}
