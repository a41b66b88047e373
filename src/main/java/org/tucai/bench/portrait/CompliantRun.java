package org.tucai.bench.portrait;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.bench.figure.JsonObject;
import org.tucai.bench.figure.TextTable;
import org.tucai.bench.made.CameraJpeg;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.portrait.Verdict;

/**
 * Submits pictures whose labels say that every rule is met as phone photos, and counts how many are refused, and by which hard rule. Each
 * is submitted as it is and with a margin, because the sets are cropped closer to the head than the standard's frame.
 */
final class CompliantRun {
    private final Map<String, int[]> perSource = new TreeMap<>();
    private final Map<String, Integer> stoppedBy = new TreeMap<>();

    static CompliantRun over(Subjects subjects, Profile limits) throws IOException, UnreadablePicture {
        CompliantRun run = new CompliantRun();
        subjects.each("compliant", subjects.compliant(), picture -> {
            PortraitEngine engine = subjects.engines().engine(picture.file());
            run.add(
                    picture.source(),
                    engine.shoot(subjects.bytes(picture), limits).report());
            try (Mat alone = subjects.decoded(picture)) {
                run.add(
                        picture.source() + ", room added",
                        engine.shoot(withRoom(alone), limits).report());
            }
        });
        return run;
    }

    /** With the edge pixels repeated outwards by a fifth of the width on all sides. */
    private static byte[] withRoom(Mat picture) {
        try (Mat larger = new Mat()) {
            int room = picture.cols() / 5;
            copyMakeBorder(picture, larger, room, room, room, room, BORDER_REPLICATE);
            return CameraJpeg.of(larger);
        }
    }

    void add(String source, PortraitReport report) {
        int[] counts = perSource.computeIfAbsent(source, s -> new int[4]);
        counts[0]++;
        counts[1] += report.verdict() == Verdict.PASS ? 1 : 0;
        counts[2] += report.verdict() == Verdict.REVIEW ? 1 : 0;
        counts[3] += report.verdict() == Verdict.FAIL ? 1 : 0;
        for (RuleResult result : report.rules()) {
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
        if (perSource.isEmpty()) {
            out.println("(none has labels enough and breaks none)");
        }
        out.printf("%nStopped by: %s%n", stoppedBy);
        stoppedBy.forEach((rule, pictures) ->
                figures.append("stoppedBy").put("rule", rule).put("pictures", pictures));
    }
}
