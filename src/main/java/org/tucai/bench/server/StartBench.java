package org.tucai.bench.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.figure.Counts;
import org.tucai.trial.BreakOff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tucai bench start}: the time from command to first answer, and the memory at rest, of a server with data. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Starts the server again and again; prints seconds until ready and resident memory at rest.")
public final class StartBench implements Callable<Integer> {
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final double MEGA = 1024.0;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Number of counted starts (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder to start on (default: a new one).")
    private @Nullable Path data;

    private record Run(double seconds, double residentMb) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Counts.requireOne(spec, "--runs", runs);
        BreakOff.during(() -> measure(out));
        return 0;
    }

    private void measure(PrintWriter out) throws IOException, InterruptedException {
        Path folder = data == null ? Files.createTempDirectory("tucai-start") : data;
        try {
            measure(folder, out);
        } finally {
            if (data == null) {
                DataFolders.delete(folder);
            }
        }
    }

    private void measure(Path folder, PrintWriter out) throws IOException, InterruptedException {
        out.println(
                ServerProcess.startCache().isEmpty()
                        ? "Without the start cache; the launcher makes it a minute after the first serve or demo."
                        : "With the start cache.");
        out.printf("First start, not counted: %.1f s%n", start(folder).seconds());
        out.flush();
        List<Run> measured = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Run run = start(folder);
            measured.add(run);
            out.printf("start %d: %.1f s, %.0f MB at rest%n", i + 1, run.seconds(), run.residentMb());
            out.flush();
        }
        double[] seconds = measured.stream().mapToDouble(Run::seconds).sorted().toArray();
        double[] memory =
                measured.stream().mapToDouble(Run::residentMb).sorted().toArray();
        out.printf("%n| figure | min | median | max |%n|---|---|---|---|%n");
        out.printf("| seconds until ready | %s |%n", row(seconds, "%.1f"));
        out.printf("| resident memory of the JVM at rest, MB | %s |%n", row(memory, "%.0f"));
        out.flush();
    }

    static String row(double[] sorted, String format) {
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        double[] picked = {sorted[0], median, sorted[sorted.length - 1]};
        return String.join(
                " | ",
                Arrays.stream(picked)
                        .mapToObj(v -> String.format(Locale.ROOT, format, v))
                        .toList());
    }

    private static Run start(Path folder) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(folder)) {
            server.awaitReady(LONGEST_START);
            double seconds = (System.nanoTime() - began) / 1e9;
            LockSupport.parkNanos(REST.toNanos());
            return new Run(seconds, residentMb(server.pid()));
        }
    }

    /** From /proc, so Linux only; NaN elsewhere. */
    private static double residentMb(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) / MEGA)
                .findFirst()
                .orElse(Double.NaN);
    }
}
