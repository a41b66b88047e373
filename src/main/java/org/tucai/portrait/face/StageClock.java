package org.tucai.portrait.face;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Times the stages of one inspection with a monotonic counter; it knows no time of day. */
public final class StageClock {
    private final LongSupplier nanos;
    private final long start;
    private final Map<String, Long> micros = new LinkedHashMap<>();

    /** Counts the time that passes. */
    public StageClock() {
        this(System::nanoTime);
    }

    /** @param nanos a counter of nanoseconds, for example of the processor time of the thread that inspects */
    public StageClock(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** Runs a stage and adds its time under the name. */
    public <T> T time(String stage, Supplier<T> work) {
        long before = now();
        T result = work.get();
        add(stage, before);
        return result;
    }

    /** The counter, for {@link #add}. */
    public long now() {
        return nanos.getAsLong();
    }

    /** Adds the time since {@link #now} was {@code before} under the name. */
    public void add(String stage, long before) {
        micros.merge(stage, (now() - before) / 1000, Long::sum);
    }

    /** Microseconds since this clock was made. */
    public long total() {
        return (now() - start) / 1000;
    }

    /** How long each stage took, microseconds. */
    public Map<String, Long> micros() {
        return Map.copyOf(micros);
    }
}
