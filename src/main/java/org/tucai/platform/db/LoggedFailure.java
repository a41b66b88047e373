package org.tucai.platform.db;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * How the log shows a failure ({@code %failure} in {@code logback.xml}): with its stack trace, but an unavailable database by its reason
 * alone, on the same line. Background work meets that every few seconds, and where in the program says nothing new.
 */
public final class LoggedFailure extends ThrowableProxyConverter {
    private static final String CONNECTION = "08";

    /** Our own code closed the connection: then the stack trace matters. */
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
