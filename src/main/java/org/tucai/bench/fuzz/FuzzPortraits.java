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
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.figure.Counts;
import org.tucai.bench.figure.Progress;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tucai bench fuzz-portraits}: sends mutated files down the path of every upload: header, bounds, decoding, and now and
 * then a whole inspection. A file that crashes the process stays in the work folder.
 */
@Command(
        name = "fuzz-portraits",
        mixinStandardHelpOptions = true,
        description = "Decodes mutated picture files of every kind, looking for crashes, hangs and growing memory.")
public final class FuzzPortraits implements Callable<Integer> {
    private static final long SLOW_NANOS = 3_000_000_000L;
    private static final long GROWTH = 48L << 20;
    private static final int INSPECT_EVERY = 40;

    @Option(names = "--cases", paramLabel = "N", description = "Files to try (default: ${DEFAULT-VALUE}).")
    int cases = 100_000;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the mutations (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder with the models; without it, reduced mode.")
    @Nullable
    Path models;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Folder for files that fail or take long (default: ${DEFAULT-VALUE}).")
    Path keep = Path.of("target", "fuzz-portraits");

    @Spec
    CommandSpec spec;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Profile profile = Profiles.load(Profiles.DEFAULT);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int failures;
    private long slowest;

    @Override
    public Integer call() throws IOException {
        Counts.requireOne(spec, "--cases", cases);
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr());
        Files.createDirectories(keep);
        Path inWork = keep.resolve("in-work.bin");
        List<byte[]> seeds = HostileSeeds.all();
        Random random = new Random(seed);
        Mutation mutation = new Mutation(seeds, random);
        long before = 0;
        try (PortraitEngine engine = models == null ? PortraitEngine.openReduced() : PortraitEngine.open(models)) {
            for (byte[] whole : seeds) {
                one(engine, whole, random, true);
            }
            out.printf("%d whole files: %s%n", seeds.size(), outcomes);
            outcomes.clear();
            for (int i = 1; i <= cases; i++) {
                byte[] file = mutation.next();
                Files.write(inWork, file);
                one(engine, file, random, i % INSPECT_EVERY == 0);
                progress.at("mutated files", i, cases);
                before = i == Math.max(1, cases / 5) ? Pointer.physicalBytes() : before;
            }
        }
        Files.delete(inWork);
        long growth = Pointer.physicalBytes() - before;
        out.printf("%d mutated files: %s%n", cases, outcomes);
        out.printf("failures %d, slowest %.2f s of processor time, ", failures, slowest / 1e9);
        out.printf("resident memory %+d MB from a fifth of the way to the end%n", growth >> 20);
        out.flush();
        return failures == 0 && slowest < SLOW_NANOS && growth < GROWTH ? 0 : 1;
    }

    private void one(PortraitEngine engine, byte[] file, Random random, boolean inspect) throws IOException {
        long start = clock.getCurrentThreadCpuTime();
        try {
            PictureHeader header = PictureHeader.of(file);
            try (Mat mat = Pictures.decode(file, header, 1 << random.nextInt(4), random.nextBoolean())) {
                count(mat.empty() ? "EMPTY MATRIX" : "decoded " + header.type());
            }
            if (inspect) {
                engine.shoot(file, profile);
                count("inspected");
            }
        } catch (UnreadablePicture e) {
            count(e.reason().name());
        } catch (RuntimeException e) {
            failures++;
            count(e.getClass().getSimpleName());
            kept(file, "failure-" + failures);
            e.printStackTrace(spec.commandLine().getErr());
        }
        long took = clock.getCurrentThreadCpuTime() - start;
        if (took > SLOW_NANOS) {
            kept(file, "slow-" + took / 1_000_000);
        }
        slowest = Math.max(slowest, took);
    }

    private void kept(byte[] file, String name) throws IOException {
        Files.write(keep.resolve(name + ".bin"), file);
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }
}
