package org.tucai.bench.portrait;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.figure.JsonObject;
import org.tucai.bench.figure.TextTable;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.BenchProfiles;
import org.tucai.bench.labelled.ErrorRates;
import org.tucai.bench.labelled.Sample;
import org.tucai.bench.made.CameraJpeg;
import org.tucai.bench.made.MadeNegative;
import org.tucai.bench.made.MadeNegatives;
import org.tucai.bench.made.StandardView;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;

/** What the rule concerned says about good photos in the standard view, and about the same photos broken on purpose. */
final class MadeRun {
    private final Map<MadeNegative, List<Sample>> samples = new LinkedHashMap<>();
    private final Map<MadeNegative, Integer> unnoticed = new HashMap<>();
    private final Profile asked;
    private int pictures;

    private MadeRun(Profile asked) {
        this.asked = asked;
    }

    /**
     * Runs over the pictures that are good enough.
     *
     * @param id of the photo standard
     * @param wanted the ways to break them
     */
    static MadeRun over(Subjects subjects, String id, List<MadeNegative> wanted) throws IOException, UnreadablePicture {
        MadeRun run = new MadeRun(Profiles.load(id));
        Profile everything = BenchProfiles.everythingAsked(id);
        wanted.forEach(made -> run.samples.put(made, new ArrayList<>()));
        AtomicLong seed = new AtomicLong();
        subjects.each(
                "broken on purpose",
                subjects.good(),
                picture -> run.add(
                        subjects.bytes(picture),
                        picture.file(),
                        subjects.engines(),
                        everything,
                        seed.incrementAndGet()));
        return run;
    }

    private void add(byte[] bytes, String file, BenchEngines engines, Profile profile, long seed)
            throws IOException, UnreadablePicture {
        try (StandardView good = engines.engine(file).view(bytes, StandardView::of)) {
            if (good == null) {
                return;
            }
            pictures++;
            List<RuleResult> before = judge(engines, file, good.view(), profile);
            for (Map.Entry<MadeNegative, List<Sample>> entry : samples.entrySet()) {
                MadeNegative made = entry.getKey();
                List<RuleResult> whole =
                        made.whole() == null ? before : wholeOf(made, good, engines, file, profile, seed);
                add(entry.getValue(), find(whole, made.rule()), true);
                try (Mat broken = MadeNegatives.make(made, good, seed)) {
                    List<RuleResult> after = judge(engines, file, broken, profile);
                    add(entry.getValue(), find(after, made.rule()), false);
                    unnoticed.merge(made, noticed(whole, after) ? 0 : 1, Integer::sum);
                }
            }
        }
    }

    /** Whether any rule of the standard, the one concerned or another, was met before and is not met now. */
    private boolean noticed(List<RuleResult> before, List<RuleResult> after) {
        return before.stream()
                .filter(r -> r.outcome() == Outcome.PASS && asked.asks(r.rule()))
                .map(r -> find(after, r.rule()))
                .anyMatch(r -> r == null || r.outcome() != Outcome.PASS);
    }

    private static List<RuleResult> wholeOf(
            MadeNegative made, StandardView good, BenchEngines engines, String file, Profile profile, long seed)
            throws UnreadablePicture {
        try (Mat whole = MadeNegatives.whole(made, good, seed)) {
            return judge(engines, file, whole, profile);
        }
    }

    private static void add(List<Sample> samples, @Nullable RuleResult result, boolean meets) {
        if (result != null) {
            samples.add(Sample.of(result, meets));
        }
    }

    private static @Nullable RuleResult find(List<RuleResult> results, String rule) {
        return results.stream().filter(r -> r.rule().equals(rule)).findFirst().orElse(null);
    }

    private static List<RuleResult> judge(BenchEngines engines, String file, Mat view, Profile profile)
            throws UnreadablePicture {
        return engines.examine(file, CameraJpeg.of(view), profile).report().rules();
    }

    void report(PrintWriter out, JsonObject figures) {
        if (pictures == 0) {
            out.printf(
                    "%nNothing was broken on purpose: no picture has _neutral in its name, breaks no label and shows a"
                            + " face that can be cropped to the standard.%n");
            return;
        }
        TextTable table = new TextTable(
                "made",
                "rule",
                "pictures",
                "EER %",
                "false alarm %",
                "miss %",
                "not assessed %",
                "unnoticed %",
                "best published");
        samples.forEach((made, list) -> {
            ErrorRates rates = ErrorRates.of(list);
            double slipped = (double) unnoticed.getOrDefault(made, 0) / rates.breaking();
            table.row(
                    made.name(),
                    made.rule(),
                    rates.breaking(),
                    TextTable.percent(rates.eer()),
                    TextTable.percent(rates.falseAlarm()),
                    TextTable.percent(rates.miss()),
                    TextTable.percent(rates.notAssessed()),
                    TextTable.percent(slipped),
                    Published.best(made.rule()));
            figures.append("made")
                    .put("made", made.name())
                    .put("rule", made.rule())
                    .put("pictures", rates.breaking())
                    .put("eer", rates.eer())
                    .put("falseAlarm", rates.falseAlarm())
                    .put("miss", rates.miss())
                    .put("notAssessed", rates.notAssessed())
                    .put("unnoticed", slipped);
        });
        table.print(out, "Good photos broken on purpose (480 x 640), each beside the same photo unbroken");
    }
}
