package org.tucai.bench.server;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Processor time of a load test: of the server, its database and the load generator, which share the cores. */
final class Processors {
    private final @Nullable ProcessHandle server;

    private Processors(@Nullable ProcessHandle server) {
        this.server = server;
    }

    /** For a server that started its database as a child process. */
    static Processors of(long serverPid) {
        return new Processors(ProcessHandle.of(serverPid).orElse(null));
    }

    /** For a server on another machine, whose processor time is unknown. */
    static Processors unknown() {
        return new Processors(null);
    }

    /** Seconds of processor time; NaN where unknown. */
    record Spent(double server, double database, double load) {
        /** Cores kept busy since then. */
        Spent over(Spent before, double seconds) {
            return new Spent(
                    (server - before.server) / seconds,
                    (database - before.database) / seconds,
                    (load - before.load) / seconds);
        }
    }

    /** The time spent since each process started. */
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
