package org.tucai.bench.server;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a load test keeps busy: the server, its database, and the load itself, which all share the cores. */
final class Processors {
    private final @Nullable ProcessHandle server;

    private Processors(@Nullable ProcessHandle server) {
        this.server = server;
    }

    /** Of a server whose database is a process that it started. */
    static Processors of(long serverPid) {
        return new Processors(ProcessHandle.of(serverPid).orElse(null));
    }

    /** Of a server somewhere else, of which nothing is known. */
    static Processors unknown() {
        return new Processors(null);
    }

    /** Seconds of processor time; not a number where unknown. */
    record Spent(double server, double database, double load) {
        /** Cores kept busy over that time. */
        Spent over(Spent before, double seconds) {
            return new Spent(
                    (server - before.server) / seconds,
                    (database - before.database) / seconds,
                    (load - before.load) / seconds);
        }
    }

    /** Since each process began. */
    Spent now() {
        double load = seconds(Stream.of(ProcessHandle.current()));
        return server == null
                ? new Spent(Double.NaN, Double.NaN, load)
                : new Spent(seconds(Stream.of(server)), seconds(server.descendants()), load);
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                        .mapToLong(p -> p.info()
                                .totalCpuDuration()
                                .map(Duration::toMillis)
                                .orElse(0L))
                        .sum()
                / 1e3;
    }
}
