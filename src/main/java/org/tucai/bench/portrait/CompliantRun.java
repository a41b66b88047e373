package org.tucai.bench.portrait;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.bench.figure.JsonObject;
import org.tucai.bench.figure.TextTable;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.bench.made.CameraJpeg;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.portrait.Shot;
import org.tucai.portrait.Verdict;

/**
 * Submits pictures whose labels say that every rule is met as phone photos, and counts how many are refused, and by which hard rule. Each
 * is submitted as it is and with a margin, because the sets are cropped closer to the head than the standard's frame.
 */
final class CompliantRun {
    private final Map<String, int[]> perSource = new TreeMap<>();
    private final Map<String, Integer> stoppedBy = new TreeMap<>();

    private CompliantRun() {}

    static CompliantRun over(Path data, List<LabelledPicture> pictures, BenchEngines engines, String profile)
            throws IOException, UnreadablePicture {
        CompliantRun run = new CompliantRun();
        for (LabelledPicture picture : pictures) {
            if (!picture.meets().containsValue(false) && picture.meets().size() >= 12) {
                Path file = data.resolve(picture.file());
                PortraitEngine engine = engines.engine(picture.file());
                Profile limits = Profiles.load(profile);
                run.add(picture.source(), engine.shoot(Files.readAllBytes(file), limits));
                run.add(picture.source() + ", room added", engine.shoot(withRoom(file), limits));
            }
        }
        return run;
    }

    /** With the edge pixels repeated outwards by a fifth of the width on all sides. */
    private static byte[] withRoom(Path file) {
        try (Mat picture = imread(file.toString(), IMREAD_COLOR);
                Mat larger = new Mat()) {
            int room = picture.cols() / 5;
            copyMakeBorder(picture, larger, room, room, room, room, BORDER_REPLICATE);
            return CameraJpeg.of(larger);
        }
    }

    private void add(String source, Shot shot) {
        int[] counts = perSource.computeIfAbsent(source, s -> new int[4]);
        counts[0]++;
        counts[1] += shot.report().verdict() == Verdict.PASS ? 1 : 0;
        counts[2] += shot.report().verdict() == Verdict.REVIEW ? 1 : 0;
        counts[3] += shot.report().verdict() == Verdict.FAIL ? 1 : 0;
        for (RuleResult result : shot.report().rules()) {
            if (result.severity() == Severity.HARD && result.outcome() == Outcome.FAIL) {
                stoppedBy.merge(source + ": " + result.rule(), 1, Integer::sum);
            }
        }
    }

    void report(PrintWriter out, JsonObject figures) {
        TextTable table = new TextTable("source", "pictures", "pass", "review", "stopped", "stopped %");
        perSource.forEach((source, n) -> {
            table.row(source, n[0], n[1], n[2], n[3], TextTable.percent((double) n[3] / n[0]));
            figures.append("compliant")
                    .put("source", source)
                    .put("pictures", n[0])
                    .put("pass", n[1])
                    .put("review", n[2])
                    .put("stopped", n[3]);
        });
        table.print(out, "Pictures that break no label, handed in as phone photos and cropped");
        out.printf("%nStopped by: %s%n", stoppedBy);
    }
}
