package org.tucai.platform.web;

import io.netty.util.concurrent.Ticker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory that bodies take while they arrive and until they are answered. Once a third is taken, only as many of the large ones are read
 * on as fit whole, those that began first; the others wait at their clients. Of those, one that has been read for longer than a picture
 * needs is given up: whoever keeps some hundred bodies unfinished must not keep those of others out. When the memory is full nevertheless,
 * the one that began first is given up: otherwise the server could read from nobody.
 */
final class BodyMemory {
    private static final Logger LOG = LoggerFactory.getLogger(BodyMemory.class);

    /** Somebody may bring many: one line says as much as thousands. */
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** Time in which it has to wait for room does not count. */
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final long most;
    private final Ticker ticker;
    private final SequencedSet<Body> largeOnes = new LinkedHashSet<>();
    private int largeOnesWhole;
    private long taken;
    private long givenUp;
    private long toldAt;

    /** @param most in bytes */
    BodyMemory(long most, Ticker ticker) {
        this.most = most;
        this.ticker = ticker;
        this.toldAt = ticker.nanoTime() - QUIET_NANOS;
    }

    /** Counted until it is answered or given up. */
    final class Body {
        private final long expected;
        private final Runnable givingUp;
        private long bytes;
        private boolean arriving = true;
        private boolean large;
        private boolean waiting;
        private long readFor;
        private long since = ticker.nanoTime();

        /**
         * @param expected how many bytes it will have at most
         * @param givingUp may be called in another body's thread
         */
        Body(long expected, Runnable givingUp) {
            this.expected = expected;
            this.givingUp = givingUp;
        }

        /** Whether more of it may be read now; if not, to be asked again soon. */
        boolean mayGrow() {
            return hasRoom(this);
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

        private void waits(boolean now) {
            long time = ticker.nanoTime();
            readFor += waiting ? 0 : time - since;
            since = time;
            waiting = now;
        }

        private boolean takesLong() {
            waits(waiting);
            return readFor > LONG_NANOS;
        }
    }

    private synchronized boolean hasRoom(Body body) {
        if (!largeOnes.contains(body)) {
            return true;
        }
        boolean room = fits(body);
        if (!room) {
            List.copyOf(largeOnes).stream().filter(Body::takesLong).findFirst().ifPresent(this::giveUp);
        }
        body.waits(!room);
        return room;
    }

    /** Together with what is still to come of those before it. If nothing is worked on, nothing else makes room for the first. */
    private boolean fits(Body body) {
        if (taken <= most / 3 || (largeOnesWhole == 0 && body.equals(largeOnes.getFirst()))) {
            return true;
        }
        long coming = 0;
        for (Body other : largeOnes) {
            coming += Math.max(0, other.expected - other.bytes);
            if (other.equals(body)) {
                break;
            }
        }
        return taken + coming <= most;
    }

    private synchronized void take(Body body, int bytes) {
        if (!body.arriving) {
            return;
        }
        body.bytes += bytes;
        taken += bytes;
        if (body.bytes > LittleBodies.MOST) {
            body.large = true;
            largeOnes.add(body);
        }
        while (taken > most && !largeOnes.isEmpty()) {
            giveUp(largeOnes.getFirst());
        }
    }

    private void giveUp(Body body) {
        free(body);
        tell();
        body.givingUp.run();
    }

    private void tell() {
        givenUp++;
        long now = ticker.nanoTime();
        if (now - toldAt >= QUIET_NANOS) {
            LOG.warn("The memory for bodies on their way is full: gave up {} of them", givenUp);
            givenUp = 0;
            toldAt = now;
        }
    }

    private synchronized void stop(Body body) {
        if (body.arriving && body.large) {
            largeOnesWhole++;
        }
        body.arriving = false;
        largeOnes.remove(body);
    }

    private synchronized void free(Body body) {
        if (!body.arriving && body.large) {
            largeOnesWhole--;
        }
        body.arriving = false;
        body.large = false;
        largeOnes.remove(body);
        taken -= body.bytes;
        body.bytes = 0;
    }
}
