package org.tucai.platform.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory that bodies take while they arrive. When it is full, the large one that began first is given up: a picture arrives within
 * seconds, and whoever keeps some hundred bodies unfinished must not keep those of others out. Otherwise the server could read from nobody.
 */
final class BodyMemory {
    private static final Logger LOG = LoggerFactory.getLogger(BodyMemory.class);

    /** Somebody may bring many: one line says as much as thousands. */
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final long most;
    private final Set<Body> largeOnes = new LinkedHashSet<>();
    private long taken;
    private long givenUp;
    private long toldAt = System.nanoTime() - QUIET_NANOS;

    /** @param most in bytes */
    BodyMemory(long most) {
        this.most = most;
    }

    /** Counted until it is answered or given up. */
    final class Body {
        private final Runnable givingUp;
        private long bytes;
        private boolean arriving = true;

        /** @param givingUp may be called in another body's thread */
        Body(Runnable givingUp) {
            this.givingUp = givingUp;
        }

        void grow(int by) {
            take(this, by);
        }

        /** It is complete, and will not be given up. */
        void arrived() {
            stop(this);
        }

        void answered() {
            free(this);
        }
    }

    private synchronized void take(Body body, int bytes) {
        if (!body.arriving) {
            return;
        }
        body.bytes += bytes;
        taken += bytes;
        if (body.bytes > LittleBodies.MOST) {
            largeOnes.add(body);
        }
        while (taken > most && !largeOnes.isEmpty()) {
            Body first = largeOnes.iterator().next();
            free(first);
            tell();
            first.givingUp.run();
        }
    }

    private void tell() {
        givenUp++;
        long now = System.nanoTime();
        if (now - toldAt >= QUIET_NANOS) {
            LOG.warn("The memory for bodies on their way is full: gave up {} of them", givenUp);
            givenUp = 0;
            toldAt = now;
        }
    }

    private synchronized void stop(Body body) {
        body.arriving = false;
        largeOnes.remove(body);
    }

    private synchronized void free(Body body) {
        stop(body);
        taken -= body.bytes;
        body.bytes = 0;
    }
}
