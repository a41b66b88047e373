package org.tucai.bench.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.tucai.picture.SmallerJpeg;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.drawn.DrawnPortrait;

/** The picture that load tests upload, and how fast the inspector handles it without a server. */
final class Photos {
    private static final int BYTES = 300 * 1024;
    private static final int LONGEST_COMMENT = 60_000;
    private static final int WIDTH = 1200;
    private static final double QUALITY = 0.85;
    private static final String PROFILE = "graduation-2017";

    private Photos() {}

    /** A drawn portrait in a file of 300 KB, padded with JPEG comments where the drawing needs less. */
    static byte[] ofAPhone() {
        byte[] drawn = smaller(DrawnPortrait.jpeg(1));
        ByteArrayOutputStream file = new ByteArrayOutputStream(BYTES);
        file.write(drawn, 0, 2);
        for (int missing = BYTES - drawn.length; missing > 4; missing = BYTES - drawn.length - file.size() + 2) {
            int length = Math.min(LONGEST_COMMENT, missing - 2);
            file.write(0xFF);
            file.write(0xFE);
            file.write(length >> 8);
            file.write(length);
            file.writeBytes(new byte[length - 2]);
        }
        file.write(drawn, 2, drawn.length - 2);
        return file.toByteArray();
    }

    private static byte[] smaller(byte[] picture) {
        try {
            return SmallerJpeg.of(picture, WIDTH, 2 * WIDTH, QUALITY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pictures judged and cropped per second on all cores, by one engine as the server opens it. */
    static double inspectionsPerSecond(byte[] picture, Duration warmUp, Duration duration) throws InterruptedException {
        String models = System.getenv("TUCAI_MODELS");
        try (PortraitEngine engine = PortraitEngine.open(models == null || models.isBlank() ? null : Path.of(models))) {
            inspect(engine, picture, warmUp);
            return inspect(engine, picture, duration);
        }
    }

    /** When interrupted, returns only after the pictures in progress are done: the engine is closed next. */
    private static double inspect(PortraitEngine engine, byte[] picture, Duration duration)
            throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        Callable<Void> work = () -> {
            while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                engine.shoot(picture, Profiles.load(PROFILE));
                done.incrementAndGet();
            }
            return null;
        };
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            for (Future<Void> thread : threads.invokeAll(Collections.nCopies(cores, work))) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }
}
