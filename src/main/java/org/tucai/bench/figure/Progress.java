package org.tucai.bench.figure;

import java.io.PrintWriter;

/** Reports the progress of a long measurement on a separate stream, so that tables stay clean. */
public final class Progress {
    private static final long EVERY_NANOS = 5_000_000_000L;

    private final PrintWriter err;
    private long last = System.nanoTime();

    public Progress(PrintWriter err) {
        this.err = err;
    }

    /** Prints at most every five seconds, and at the end. */
    public void at(String what, int done, int of) {
        long now = System.nanoTime();
        if (done == of || now - last > EVERY_NANOS) {
            last = now;
            err.printf("%s: %d of %d%n", what, done, of);
            err.flush();
        }
    }
}
