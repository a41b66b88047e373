package org.tucai.capture;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the darkroom once the server listens: loading its models must delay neither the start nor the first upload. A server without jobs,
 * such as that of a test, opens it at the first upload.
 */
@Singleton
@Requires(property = "tucai.jobs.enabled", value = "true")
class DarkroomOpening {
    private static final Logger LOG = LoggerFactory.getLogger(DarkroomOpening.class);

    /** Lets the last steps of the start finish first. */
    private static final Duration AFTER = Duration.ofSeconds(2);

    private final Provider<Darkroom> darkroom;
    private volatile boolean stopping;

    DarkroomOpening(Provider<Darkroom> darkroom) {
        this.darkroom = darkroom;
    }

    @EventListener
    void open(ServerStartupEvent event) {
        Thread.ofPlatform().name("darkroom-opening").daemon().start(() -> {
            LockSupport.parkNanos(AFTER.toNanos());
            open();
        });
    }

    /** Opens it, unless the server stops: then what it needs is closed already, which nobody has to look at. */
    void open() {
        if (stopping) {
            return;
        }
        try {
            darkroom.get();
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.error("Portraits cannot be judged", e);
            }
        }
    }

    @EventListener
    void stop(ShutdownEvent event) {
        stop();
    }

    void stop() {
        stopping = true;
    }
}
