package org.tucai.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory of this process, bytes.
 *
 * @param resident what the operating system counts
 * @param outsideJava resident less what Java's heap and code have committed: native libraries, matrices, networks, thread stacks
 */
record NativeMemory(long resident, long outsideJava) {

    static NativeMemory now() {
        MemoryMXBean java = ManagementFactory.getMemoryMXBean();
        long resident = Pointer.physicalBytes();
        long committed = java.getHeapMemoryUsage().getCommitted()
                + java.getNonHeapMemoryUsage().getCommitted();
        return new NativeMemory(resident, Math.max(0, resident - committed));
    }

    long residentMegabytes() {
        return resident >> 20;
    }
}
