package org.tucai.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucai.portrait.drawn.DrawnPortrait;

/** Drawn portraits, each drawn once: drawing takes about as long as judging. */
public final class Drawings {
    private static final Map<Long, byte[]> DRAWN = new ConcurrentHashMap<>();

    private Drawings() {}

    /** As {@link DrawnPortrait#jpeg(long)}. */
    public static byte[] portrait(long seed) {
        return DRAWN.computeIfAbsent(seed, DrawnPortrait::jpeg).clone();
    }
}
