package org.tucai.capturecode.reading;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of the time one picture may take. */
final class Deadline {
    private final LongSupplier nanoClock;
    private final long end;

    /** @param nanoClock nanoseconds since any moment */
    Deadline(LongSupplier nanoClock, Duration limit) {
        this.nanoClock = nanoClock;
        this.end = nanoClock.getAsLong() + limit.toNanos();
    }

    boolean passed() {
        return nanoClock.getAsLong() - end > 0;
    }
}
