package org.tucai.bench.portrait;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.Pointer;
import org.tucai.bench.figure.Counts;
import org.tucai.bench.labelled.LabelledFolder;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tucai bench soak-portraits}: thousands of inspections by one engine, watching the memory of the process. Finished files,
 * phone pictures, pictures without a face and unreadable files take turns.
 */
@Command(
        name = "soak-portraits",
        mixinStandardHelpOptions = true,
        description = "Inspects pictures for a long time: memory must not grow; exit code 1 if it does.")
public final class SoakPortraits implements Callable<Integer> {
    /** Resident memory may grow by this much from a fifth of the way to the end, bytes. */
    private static final long ALLOWED = 32L << 20;

    private static final int LINES = 50;

    /** Inspections before memory is compared, so that the JVM's own memory has settled. */
    private static final int WARM = 120;

    /** Engines opened besides the first one, to measure how much memory one takes. */
    private static final int MORE = 4;

    @Mixin
    LabelledFolder folder;

    @Option(names = "--count", paramLabel = "N", description = "Inspections (default: ${DEFAULT-VALUE}).")
    int count = 20_000;

    @Option(names = "--threads", paramLabel = "N", description = "Threads at once (default: ${DEFAULT-VALUE}).")
    int threads = 1;

    @Spec
    CommandSpec spec;

    private final Profile profile = Profiles.load(Profiles.DEFAULT);
    private final Map<String, AtomicInteger> outcomes = new TreeMap<>();
    private final long[] resident = new long[LINES + 1];

    @Override
    public Integer call() throws IOException, InterruptedException, UnreadablePicture {
        Counts.requireOne(spec, "--count", count);
        Counts.requireOne(spec, "--threads", threads);
        PrintWriter out = spec.commandLine().getOut();
        List<LabelledPicture> pictures = folder.readable(folder.pictures(), out).pictures();
        SoakFiles files = SoakFiles.from(folder.data(), pictures);
        for (String outcome : new String[] {"inspected", "cut", "not cut", "unreadable"}) {
            outcomes.put(outcome, new AtomicInteger());
        }
        try (PortraitEngine engine = PortraitEngine.open(folder.models())) {
            run(engine, files, 0, WARM);
            out.printf("%s mode, %d threads%n", engine.mode(), threads);
            out.printf("memory of one engine more, its networks used: %d MB%n", oneMore(files) >> 20);
            out.printf("%12s %12s%n", "inspections", "resident MB");
            for (int line = 1; line <= LINES; line++) {
                run(engine, files, count * (line - 1) / LINES, count * line / LINES);
                resident[line] = Pointer.physicalBytes();
                out.printf("%12d %12d%n", count * line / LINES, resident[line] >> 20);
                out.flush();
            }
        }
        long growth = resident[LINES] - resident[LINES / 5];
        out.printf(
                "%s%nfrom a fifth of the way to the end: %+d MB (allowed %d)%n", outcomes, growth >> 20, ALLOWED >> 20);
        out.flush();
        return growth <= ALLOWED ? 0 : 1;
    }

    /** How much memory outside Java's heap one more engine takes once the first has run for a while; the mean of several. */
    private long oneMore(SoakFiles files) {
        long before = outsideHeap();
        List<PortraitEngine> more = new ArrayList<>();
        try {
            for (int engine = 0; engine < MORE; engine++) {
                more.add(PortraitEngine.open(folder.models()));
                for (int n = 30; n < 36; n++) {
                    one(more.getLast(), files, n);
                }
            }
            return (outsideHeap() - before) / MORE;
        } finally {
            more.forEach(PortraitEngine::close);
        }
    }

    private static long outsideHeap() {
        System.gc();
        return Pointer.physicalBytes()
                - ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }

    /** An inspection that fails ends the run: memory that does not grow proves nothing about inspections that did not take place. */
    private void run(PortraitEngine engine, SoakFiles files, int from, int to) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        Callable<Void> work = () -> {
            for (int n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
                one(engine, files, n);
            }
            return null;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> worker : pool.invokeAll(Collections.nCopies(threads, work))) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an inspection failed", e.getCause());
        }
    }

    private void one(PortraitEngine engine, SoakFiles files, int n) {
        try {
            byte[] file = files.get(n);
            if (n % 3 == 0) {
                boolean cut = engine.shoot(file, profile).jpeg() != null;
                counted(cut ? "cut" : "not cut");
            } else {
                engine.inspect(file, profile);
                counted("inspected");
            }
        } catch (UnreadablePicture e) {
            counted("unreadable");
        }
    }

    private void counted(String outcome) {
        AtomicInteger counter = outcomes.get(outcome);
        if (counter != null) {
            counter.incrementAndGet();
        }
    }
}
