package org.tucai.platform.web;

import io.netty.util.internal.PlatformDependent;
import jakarta.inject.Singleton;
import java.util.List;
import org.tucai.platform.start.StartRemark;

/** What of the JVM's memory may be spent on bodies; says so when that is too little to work well. */
@Singleton
class Heap implements StartRemark {
    private static final long MEGABYTE = 1024 * 1024;

    /** In megabytes. */
    private static final int LEAST = 256;

    /** The JVM counts one of its areas less than it was given. */
    private static final int SHY = LEAST * 9 / 10;

    /** What the server itself keeps, some 60 MB, and what pictures in work need beside their bodies. */
    private static final long KEPT = 128 * MEGABYTE;

    /** A body lies in the heap whole, is copied there without what its decoder need not see, and once more sealed. */
    private static final int COPIES = 3;

    /** One of the largest must fit into half of it. */
    private static final long LEAST_FOR_BODIES = 24 * MEGABYTE;

    /** In bytes; no more than half of what the server may read into, in which bodies lie more loosely than they are counted. */
    static long forBodies() {
        return forBodies(Runtime.getRuntime().maxMemory(), PlatformDependent.maxDirectMemory());
    }

    static long forBodies(long heap, long direct) {
        return Math.max(LEAST_FOR_BODIES, Math.min((heap - KEPT) / COPIES, direct / 2));
    }

    @Override
    public List<String> remarks() {
        return remarks(Runtime.getRuntime().maxMemory());
    }

    static List<String> remarks(long heap) {
        return heap >= SHY * MEGABYTE
                ? List.of()
                : List.of("The JVM has a heap of " + heap / MEGABYTE
                        + " MB, too small for large pictures: give it at least " + LEAST + " (TUCAI_JAVA_OPTS=-Xmx"
                        + LEAST + "m).");
    }
}
