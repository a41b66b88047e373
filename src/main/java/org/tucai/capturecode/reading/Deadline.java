package org.tucai.capturecode.reading;

/** The end of the time one picture may take. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(long millis) {
        return new Deadline(System.nanoTime() + millis * 1_000_000);
    }

    boolean passed() {
        return System.nanoTime() - end > 0;
    }
}
