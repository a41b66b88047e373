package org.tucai.portrait.face;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Times stages with the machine's own counter; it never asks what time of day it is. */
public final class StageClock {
    private final Map<String, Long> micros = new LinkedHashMap<>();

    /** Runs a stage and adds its time under the name. */
    public <T> T time(String stage, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        add(stage, start);
        return result;
    }

    /** Adds the time since {@code startNanos} under the name. */
    public void add(String stage, long startNanos) {
        micros.merge(stage, (System.nanoTime() - startNanos) / 1000, Long::sum);
    }

    public StageTimes times() {
        return new StageTimes(micros);
    }
}
