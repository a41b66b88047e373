package org.tucai.platform.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is taken from its pool at its first use. A change of autocommit is passed on only when it matters: before the next
 * statement, or at once while a transaction is open, which the change would end.
 */
final class LateConnection implements InvocationHandler {
    private static final Object[] NONE = {};

    private final Source source;
    private @Nullable Connection real;
    private boolean autoCommit = true;
    private boolean inTransaction;
    private boolean closed;

    private LateConnection(Source source) {
        this.source = source;
    }

    /** Where connections come from. */
    interface Source {
        Connection connection(boolean autoCommit) throws SQLException;
    }

    static Connection of(Source source) {
        return (Connection) Proxy.newProxyInstance(
                LateConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new LateConnection(source));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // it equals itself and nothing else
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? NONE : given;
        return switch (method.getName()) {
            case "getAutoCommit" -> autoCommit;
            case "isReadOnly" -> real != null && real.isReadOnly(); // none of a pool's is
            case "setAutoCommit" -> {
                switchTo((boolean) arguments[0]);
                yield null;
            }
            case "commit", "rollback" -> {
                boolean toSavepoint = arguments.length > 0;
                boolean undone = !toSavepoint && isBroken() && method.getName().equals("rollback");
                if (!undone && (toSavepoint || inTransaction)) {
                    call(method, arguments);
                }
                inTransaction = toSavepoint;
                yield null;
            }
            case "close" -> {
                close();
                yield null;
            }
            case "isClosed" -> closed || (real != null && real.isClosed());
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "LateConnection[" + real + "]";
            default -> call(method, arguments);
        };
    }

    /**
     * The database is gone, and whatever was not committed with it. A rollback that failed because of that would hide the failure that led
     * to it, which says so.
     */
    private boolean isBroken() throws SQLException {
        return !closed && real != null && real.isClosed();
    }

    private void switchTo(boolean wanted) throws SQLException {
        if (inTransaction && real != null && wanted) {
            real.setAutoCommit(true);
            inTransaction = false;
        }
        autoCommit = wanted;
    }

    private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(opened(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private Connection opened() throws SQLException {
        if (closed) {
            throw new SQLException("the connection is closed", "08003");
        }
        if (real == null) {
            real = source.connection(autoCommit);
        }
        if (real.getAutoCommit() != autoCommit) {
            real.setAutoCommit(autoCommit);
        }
        inTransaction = !autoCommit;
        return real;
    }

    /** What was not committed is rolled back by the pool. */
    private void close() throws SQLException {
        closed = true;
        if (real != null) {
            real.close();
        }
    }
}
