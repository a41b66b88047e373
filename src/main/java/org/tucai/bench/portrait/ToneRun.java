package org.tucai.bench.portrait;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tucai.bench.figure.JsonObject;
import org.tucai.bench.figure.TextTable;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitEngine;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;

/**
 * Whether people of every skin tone are failed equally often, over the studio pictures alone, where everybody sat in the same light. A
 * picture counts for a rule unless its label says that it breaks it; rules without a label count for all pictures.
 */
final class ToneRun {
    private static final String STUDIO = "london";

    private final Map<String, int[]> failed = new TreeMap<>();
    private final Map<String, int[]> counted = new TreeMap<>();

    static ToneRun over(Subjects subjects, Profile profile) throws IOException, UnreadablePicture {
        ToneRun run = new ToneRun();
        List<LabelledPicture> studio = subjects.pictures().stream()
                .filter(picture -> STUDIO.equals(picture.source()))
                .toList();
        subjects.each("skin tones", studio, picture -> {
            byte[] bytes = subjects.bytes(picture);
            PortraitEngine engine = subjects.engines().engine(picture.file());
            int tone = SkinTone.GROUPS.indexOf(
                    SkinTone.of(engine.examine(bytes, profile).facts()));
            if (tone >= 0) {
                run.add(picture, engine.shoot(bytes, profile).report().rules(), tone);
            }
        });
        return run;
    }

    void add(LabelledPicture picture, List<RuleResult> results, int tone) {
        for (RuleResult result : results) {
            boolean breaks = Boolean.FALSE.equals(picture.meets().get(result.rule()));
            if (!breaks && result.outcome() != Outcome.NOT_ASSESSED) {
                counted.computeIfAbsent(result.rule(), rule -> new int[SkinTone.GROUPS.size()])[tone]++;
                int fails = result.outcome() == Outcome.FAIL ? 1 : 0;
                failed.computeIfAbsent(result.rule(), rule -> new int[SkinTone.GROUPS.size()])[tone] += fails;
            }
        }
    }

    void report(PrintWriter out, JsonObject figures) {
        if (counted.isEmpty()) {
            out.printf("%nBy skin tone in the same light: no pictures, for that needs the source %s.%n", STUDIO);
            return;
        }
        TextTable table = new TextTable("rule", "light", "intermediate", "dark", "n light", "n intermediate", "n dark");
        failed.forEach((rule, fails) -> {
            int[] n = counted.getOrDefault(rule, new int[SkinTone.GROUPS.size()]);
            if (fails[0] + fails[1] + fails[2] > 0) {
                table.row(
                        rule,
                        percent(fails[0], n[0]),
                        percent(fails[1], n[1]),
                        percent(fails[2], n[2]),
                        n[0],
                        n[1],
                        n[2]);
            }
            figures.append("studioTones")
                    .put("rule", rule)
                    .put("failedLight", fails[0])
                    .put("failedIntermediate", fails[1])
                    .put("failedDark", fails[2])
                    .put("nLight", n[0])
                    .put("nIntermediate", n[1])
                    .put("nDark", n[2]);
        });
        table.print(
                out,
                "Studio pictures cut to the standard: failed (%) by skin tone in the same light; other rules fail none");
    }

    private static String percent(int part, int whole) {
        return TextTable.percent(whole == 0 ? Double.NaN : (double) part / whole);
    }
}
