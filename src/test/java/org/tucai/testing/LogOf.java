package org.tucai.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What is logged until it is closed; registered as an extension, until the end of the test. */
public final class LogOf implements AutoCloseable, AfterEachCallback {
    private final Logger logger;
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    private LogOf(String name) {
        logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
        events.start();
        logger.addAppender(events);
    }

    public static LogOf a(Class<?> type) {
        return new LogOf(type.getName());
    }

    /** Of a class or a package, also what is otherwise too small to be logged. */
    public static LogOf from(Level level, String name) {
        LogOf log = new LogOf(name);
        log.logger.setLevel(level);
        return log;
    }

    public List<ILoggingEvent> events() {
        return List.copyOf(events.list);
    }

    public List<String> lines() {
        return events().stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    public void forget() {
        events.list.clear();
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setLevel(null);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }
}
