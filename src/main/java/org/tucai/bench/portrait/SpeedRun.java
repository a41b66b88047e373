package org.tucai.bench.portrait;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.tucai.bench.figure.JsonObject;
import org.tucai.bench.figure.Latencies;
import org.tucai.bench.figure.TextTable;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.bench.made.CameraJpeg;
import org.tucai.bench.made.StandardView;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Examination;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profile;
import org.tucai.portrait.face.StageClock;

/** How long inspections of 480 x 640 files and 12-megapixel photos take, per stage and in total, on one thread and on all cores. */
final class SpeedRun {
    private static final int FILES = 24;
    private static final int WARM_UP = 80;
    private static final int ROUNDS = 120;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Latencies> rows = new TreeMap<>();
    private final Map<String, Double> perSecond = new TreeMap<>();

    private SpeedRun() {}

    static SpeedRun over(Subjects subjects, Profile profile) throws IOException, UnreadablePicture {
        SpeedRun run = new SpeedRun();
        PortraitEngine engine = subjects.engines().shipped();
        List<LabelledPicture> good = subjects.good();
        List<byte[]> small = new ArrayList<>();
        List<byte[]> large = new ArrayList<>();
        for (LabelledPicture picture : good.isEmpty() ? subjects.pictures() : good) {
            if (small.size() == FILES) {
                break;
            }
            byte[] file = subjects.bytes(picture);
            try (StandardView view = engine.view(file, StandardView::of)) {
                if (view != null) {
                    small.add(CameraJpeg.of(view.view()));
                }
            }
            if (large.size() < FILES) {
                large.add(twelveMegapixels(file));
            }
        }
        run.measure("480 x 640", small, engine, profile);
        run.measure("12 MP", large, engine, profile);
        return run;
    }

    /** The middle of the picture in the shape 3:4, enlarged to 3000 x 4000. */
    static byte[] twelveMegapixels(byte[] file) throws UnreadablePicture {
        try (Mat whole = Subjects.decoded(file);
                Rect middle = middle(whole.cols(), whole.rows());
                Mat cut = whole.apply(middle);
                Size size = new Size(3000, 4000);
                Mat out = new Mat()) {
            resize(cut, out, size, 0, 0, INTER_CUBIC);
            return CameraJpeg.of(out);
        }
    }

    private static Rect middle(int columns, int rows) {
        int width = Math.clamp(rows * 3L / 4, 1, columns);
        int height = Math.clamp(width * 4L / 3, 1, rows);
        return new Rect((columns - width) / 2, (rows - height) / 2, width, height);
    }

    private void measure(String name, List<byte[]> files, PortraitEngine engine, Profile profile)
            throws UnreadablePicture {
        if (files.isEmpty()) { // without models no face is located well enough to crop finished files
            return;
        }
        time(name + " inspected", files, (file, clock) -> {
            Examination examination = engine.examine(file, profile, clock);
            return examination.report();
        });
        time(
                name + " shot",
                files,
                (file, clock) -> engine.shoot(file, profile, clock).report());
        for (int threads = 1; threads <= Runtime.getRuntime().availableProcessors(); threads++) {
            perSecond.put(name + " inspected, " + threads + " threads", together(files, engine, profile, threads));
        }
    }

    /** The work that is timed. */
    private interface Work {
        PortraitReport of(byte[] file, StageClock clock) throws UnreadablePicture;
    }

    private void time(String name, List<byte[]> files, Work work) throws UnreadablePicture {
        for (int i = 0; i < WARM_UP; i++) {
            work.of(files.get(i % files.size()), new StageClock());
        }
        long[] whole = new long[ROUNDS];
        Map<String, long[]> stages = new TreeMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            StageClock clock = new StageClock(threads::getCurrentThreadCpuTime);
            work.of(files.get(i % files.size()), clock);
            whole[i] = clock.total() * 1000;
            int round = i;
            clock.micros()
                    .forEach((stage, micros) ->
                            stages.computeIfAbsent(stage, s -> new long[ROUNDS])[round] = micros * 1000);
        }
        stages.forEach((stage, nanos) -> rows.put(name + ", " + stage, Latencies.ofNanos(nanos)));
        rows.put(name + ", whole", Latencies.ofNanos(whole));
    }

    private static double together(List<byte[]> files, PortraitEngine engine, Profile profile, int threads) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Examination>> work = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                byte[] file = files.get(i % files.size());
                work.add(() -> engine.examine(file, profile));
            }
            long start = System.nanoTime();
            for (Future<Examination> done : pool.invokeAll(work)) {
                done.get();
            }
            return ROUNDS * 1e9 / (System.nanoTime() - start);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the speed run broke off", e);
        }
    }

    void report(PrintWriter out, JsonObject figures) {
        TextTable table = new TextTable("what", "p50 ms", "p95 ms", "max ms");
        rows.forEach((name, times) -> {
            table.row(
                    name,
                    TextTable.number(times.p50Millis(), 1),
                    TextTable.number(times.p95Millis(), 1),
                    TextTable.number(times.maxMillis(), 1));
            figures.append("speed")
                    .put("what", name)
                    .put("p50", times.p50Millis())
                    .put("p95", times.p95Millis())
                    .put("max", times.maxMillis());
        });
        table.print(out, "Processor time of an inspection on one thread");
        TextTable throughput = new TextTable("what", "pictures/s");
        perSecond.forEach((name, rate) -> {
            throughput.row(name, TextTable.number(rate, 1));
            figures.append("throughput").put("what", name).put("perSecond", rate);
        });
        throughput.print(out, "Throughput");
    }
}
