package org.tucai.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.tucai.capturecode.reading.CaptureCodeReader;
import org.tucai.capturecode.reading.Reading;
import org.tucai.picture.UnreadablePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tucai bench fuzz-codes}: sends mutated pictures through the reader and counts what came of them. A crash ends the process; the
 * file in work is kept, so that the next run can be pointed at it. Exit code 1 when a file took too long or threw what it should not.
 */
@Command(
        name = "fuzz-codes",
        mixinStandardHelpOptions = true,
        description = "Reads mutated picture files: no crash, no hang, no growing memory.")
public final class FuzzCodes implements Callable<Integer> {
    private static final long SLOW_NANOS = 2_000_000_000L;
    private static final long LARGEST_SEED = 120_000;
    private static final int SEEDS = 60;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Folder with pictures to mutate.")
    private Path data;

    @Option(names = "--cases", paramLabel = "N", description = "Files to try (default ${DEFAULT-VALUE}).")
    private int cases = 50_000;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the mutations (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final CaptureCodeReader reader = new CaptureCodeReader(clock::getCurrentThreadCpuTime);
    private long slowest;
    private int failures;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<byte[]> seeds = seeds();
        if (seeds.isEmpty()) {
            out.println("no pictures of at most " + LARGEST_SEED + " bytes in " + data);
            return 2;
        }
        Random random = new Random(seed);
        long before = 0;
        Path inWork = Files.createTempFile("tucai-fuzz", ".bin");
        for (int i = 0; i < cases; i++) {
            byte[] file = Mutation.of(seeds.get(random.nextInt(seeds.size())), random);
            Files.write(inWork, file);
            one(file, out);
            if (i == cases / 5) {
                before = Pointer.physicalBytes();
            }
        }
        Files.delete(inWork);
        out.printf("%d files: %s%n", cases, outcomes);
        out.printf("slowest %.2f s of processor time, failures %d%n", slowest / 1e9, failures);
        out.printf(
                "resident memory %d MB after a fifth, %d MB at the end%n", before >> 20, Pointer.physicalBytes() >> 20);
        out.flush();
        return failures == 0 && slowest < SLOW_NANOS ? 0 : 1;
    }

    private void one(byte[] file, PrintWriter out) {
        long start = clock.getCurrentThreadCpuTime();
        try {
            Reading reading = reader.read(file);
            count(reading.getClass().getSimpleName());
        } catch (UnreadablePicture e) {
            count(e.reason().name());
        } catch (RuntimeException e) {
            failures++;
            count(e.getClass().getSimpleName());
            if (failures < 5) {
                out.printf(
                        "failure %s, file begins %s%n",
                        e, HexFormat.of().formatHex(file, 0, Math.min(32, file.length)));
                e.printStackTrace(out);
            }
        }
        slowest = Math.max(slowest, clock.getCurrentThreadCpuTime() - start);
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> pictures = files.filter(FuzzCodes::isPicture).sorted().toList();
            int step = Math.max(pictures.size() / SEEDS, 1);
            for (int i = 0; i < pictures.size(); i += step) {
                seeds.add(Files.readAllBytes(pictures.get(i)));
            }
        }
        return seeds;
    }

    private static boolean isPicture(Path file) {
        try {
            String name = file.getFileName().toString();
            return name.matches(".*\\.(jpg|png|webp|gif|bmp)") && Files.size(file) <= LARGEST_SEED;
        } catch (IOException e) {
            return false;
        }
    }

    /** One change, or a few, to a file. */
    private static final class Mutation {
        private Mutation() {}

        static byte[] of(byte[] seed, Random random) {
            byte[] file = seed.clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes && file.length > 16; i++) {
                file = changed(file, random);
            }
            return file;
        }

        private static byte[] changed(byte[] file, Random random) {
            int head = Math.min(file.length, 1024);
            switch (random.nextInt(7)) {
                case 0 -> file[random.nextInt(head)] = (byte) random.nextInt(256);
                case 1 -> file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
                case 2 -> {
                    return Arrays.copyOf(file, 16 + random.nextInt(file.length - 16));
                }
                case 3 -> {
                    int at = random.nextInt(file.length);
                    int length = Math.min(random.nextInt(64), file.length - at);
                    byte[] noise = new byte[length];
                    random.nextBytes(noise);
                    System.arraycopy(noise, 0, file, at, length);
                }
                case 4 -> {
                    int from = random.nextInt(file.length);
                    int to = random.nextInt(file.length);
                    int length = Math.min(random.nextInt(4096), file.length - Math.max(from, to));
                    System.arraycopy(file, from, file, to, length);
                }
                case 5 -> {
                    int at = random.nextInt(head - 4); // sizes and lengths at their extremes
                    Arrays.fill(file, at, at + 1 + random.nextInt(4), (byte) (random.nextBoolean() ? 0xFF : 0));
                }
                default -> {
                    int at = random.nextInt(file.length);
                    byte[] longer = Arrays.copyOf(file, file.length + random.nextInt(2048));
                    System.arraycopy(file, at, longer, longer.length - (file.length - at), file.length - at);
                    return longer;
                }
            }
            return file;
        }
    }
}
