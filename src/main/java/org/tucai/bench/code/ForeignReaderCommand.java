package org.tucai.bench.code;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.code.CodeReaders.CodeReader;
import org.tucai.bench.labelled.UsablePictures;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The process that {@link ForeignRun} starts: reads pictures with another reader and prints one line for each. Native readers cannot be
 * interrupted, so when one takes too long this process ends itself.
 */
@Command(name = "foreign-reader", hidden = true, description = "Used by 'bench codes'.")
public final class ForeignReaderCommand implements Callable<Integer> {
    /** Exit code when a picture took too long. */
    static final int TOO_LONG = 3;

    private static final int WARM_UP = 12;
    /** A picture is also given up when it takes this many times the limit in wall time. */
    private static final long PATIENCE = 30;

    private static final long LOOK_EVERY_NANOS = 20_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0")
    private String name;

    @Option(names = "--data", required = true)
    private Path data;

    @Option(names = "--from")
    private int from;

    @Option(names = "--limit", required = true)
    private double limit;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private volatile @Nullable Began reading;

    /** When the reading of a picture began: by the processor time of the reading thread, and by the clock; nanoseconds. */
    record Began(long processor, long wall) {}

    @Override
    public Integer call() throws IOException {
        CodeReader reader = CodeReaders.others().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
        // the same list as that of the process that started this one
        List<KnownCode> codes = UsablePictures.present(data, KnownCode.read(data), KnownCode::file)
                .pictures();
        for (int i = 0; i < Math.min(WARM_UP, codes.size()); i++) {
            read(reader, codes.get(i));
        }
        watch(Thread.currentThread().threadId());
        PrintWriter out = spec.commandLine().getOut();
        for (int i = from; i < codes.size(); i++) {
            out.println(i + " " + read(reader, codes.get(i)));
            out.flush();
        }
        return 0;
    }

    /** Nanoseconds of processor time and, if something was read, the text in base64. */
    private String read(CodeReader reader, KnownCode code) throws IOException {
        byte[] file = code.bytes(data);
        try (Mat grey = Pictures.decode(file, PictureHeader.of(file), 1, true)) {
            long start = clock.getCurrentThreadCpuTime();
            reading = new Began(start, System.nanoTime());
            Optional<String> text = reader.read(grey);
            long nanos = clock.getCurrentThreadCpuTime() - start;
            reading = null;
            return nanos
                    + text.map(t -> " " + Base64.getEncoder().encodeToString(t.getBytes(StandardCharsets.UTF_8)))
                            .orElse("");
        } catch (UnreadablePicture e) {
            return "0"; // not read
        }
    }

    private void watch(long thread) {
        Thread.ofPlatform().daemon().name("limit").start(() -> {
            long most = (long) (limit * 1e9);
            while (true) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
                if (isTooLong(reading, new Began(clock.getThreadCpuTime(thread), System.nanoTime()), most)) {
                    Runtime.getRuntime().halt(TOO_LONG);
                }
            }
        });
    }

    /**
     * Whether a picture has been read for longer than it may.
     *
     * @param reading null between two pictures: what decoding the next one takes is not the reader's
     * @param most processor time, nanoseconds
     */
    static boolean isTooLong(@Nullable Began reading, Began now, long most) {
        return reading != null
                && (now.processor() - reading.processor() > most || now.wall() - reading.wall() > PATIENCE * most);
    }
}
