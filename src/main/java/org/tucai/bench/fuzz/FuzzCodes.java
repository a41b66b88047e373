package org.tucai.bench.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.figure.Counts;
import org.tucai.bench.figure.Progress;
import org.tucai.capturecode.reading.CaptureCodeReader;
import org.tucai.capturecode.reading.Reading;
import org.tucai.picture.UnreadablePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tucai bench fuzz-codes}: sends mutated pictures through the reader and counts the results. The current file is on disk: after a
 * crash or a hang it is the one to look at. Exit code 1 when a file took too long or caused an unexpected exception.
 */
@Command(
        name = "fuzz-codes",
        mixinStandardHelpOptions = true,
        description = "Reads mutated picture files, looking for crashes, hangs and growing memory.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all went well", "1:an unnamed error, or a file that took over 2 s of processor time"})
public final class FuzzCodes implements Callable<Integer> {
    private static final long SLOW_NANOS = 2_000_000_000L;
    private static final long HANG_NANOS = 30_000_000_000L;
    /** One case in this many is made from a picture of the folder. */
    private static final int SHARE_OF_FOLDER = 100;

    private static final double MEGA = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with pictures; one case in 100 is made from one of them, the others from drawn codes.")
    private @Nullable Path data;

    @Option(names = "--cases", paramLabel = "N", description = "Files to try (default: ${DEFAULT-VALUE}).")
    private int cases = 50_000;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the mutations (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final CaptureCodeReader reader = new CaptureCodeReader(text -> true);
    private volatile long began;
    private long slowest;
    private int slow;
    private int failures;

    @Override
    public Integer call() throws IOException {
        Counts.requireOne(spec, "--cases", cases);
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr());
        List<byte[]> drawn = new FuzzSeeds().drawn();
        List<byte[]> given = data == null ? List.of() : FuzzSeeds.of(data);
        Random random = new Random(seed);
        Path inWork = Files.createTempFile("tucai-fuzz", ".bin");
        inWork.toFile().deleteOnExit(); // a crash, or the halt after a hang, leaves it behind
        watch(Thread.currentThread().threadId(), inWork, out);
        int tenth = Math.max(cases / 10, 1);
        out.println("| after cases | resident MB | heap in use MB |\n|---|---|---|");
        for (int i = 1; i <= cases; i++) {
            boolean fromFolder = !given.isEmpty() && random.nextInt(SHARE_OF_FOLDER) == 0;
            List<byte[]> seeds = fromFolder ? given : drawn;
            byte[] file = FileMutation.of(seeds.get(random.nextInt(seeds.size())), random);
            Files.write(inWork, file);
            one(file, i, out);
            progress.at("cases", i, cases);
            if (i == tenth || i == cases / 2 || i == cases) {
                memory(i, out);
            }
        }
        Files.delete(inWork);
        report(out);
        return failures == 0 && slow == 0 ? 0 : 1;
    }

    private void one(byte[] file, int number, PrintWriter out) {
        long start = clock.getCurrentThreadCpuTime();
        began = start;
        try {
            count(reader.read(file));
        } catch (UnreadablePicture e) {
            count("refused: " + e.reason());
        } catch (RuntimeException e) {
            failures++;
            count("failed: " + e.getClass().getSimpleName());
            keep(file, number, e.toString(), out);
        }
        long took = clock.getCurrentThreadCpuTime() - start;
        slowest = Math.max(slowest, took);
        if (took > SLOW_NANOS) {
            slow++;
            keep(file, number, "took " + took / 1_000_000 + " ms", out);
        }
    }

    private void count(Reading reading) {
        count(
                switch (reading) {
                    case Reading.Read read -> "read";
                    case Reading.Several several -> "several codes";
                    case Reading.Foreign foreign -> "no capture code";
                    case Reading.Nothing nothing -> "nothing read";
                });
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private static void keep(byte[] file, int number, String why, PrintWriter out) {
        try {
            Path kept = Files.createTempFile("tucai-fuzz-" + number + "-", ".bin");
            Files.write(kept, file);
            out.printf("case %d %s: kept as %s%n", number, why, kept);
            out.flush();
        } catch (IOException e) {
            out.printf("case %d %s%n", number, why);
        }
    }

    private static void memory(int after, PrintWriter out) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / MEGA;
        out.printf("| %d | %.0f | %.0f |%n", after, Pointer.physicalBytes() / MEGA, heap);
        out.flush();
    }

    private void report(PrintWriter out) {
        out.println("\n| outcome | files |\n|---|---|");
        outcomes.forEach((outcome, count) -> out.printf("| %s | %d |%n", outcome, count));
        out.printf(
                "%n%d files; slowest %d ms of processor time, decoding included; over 2 s: %d; unnamed errors: %d%n",
                cases, slowest / 1_000_000, slow, failures);
        out.flush();
    }

    /** Halts the process when a file hangs, so that a run always ends. */
    private void watch(long thread, Path inWork, PrintWriter out) {
        Thread.ofPlatform().daemon().name("hang-watch").start(() -> {
            while (clock.getThreadCpuTime(thread) - began < HANG_NANOS) {
                LockSupport.parkNanos(SLOW_NANOS);
            }
            out.printf("hang: the file is %s%n", inWork);
            out.flush();
            Runtime.getRuntime().halt(1);
        });
    }
}
