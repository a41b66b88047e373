package org.tucai.bench.portrait;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tucai.bench.figure.JsonObject;
import org.tucai.bench.figure.TextTable;
import org.tucai.bench.labelled.ErrorRates;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Examination;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;

/** Judges every labelled picture as it is, by classifiers that were not trained on it, and compares the results with its labels. */
final class LabelledRun {
    /** With fewer examples that meet or break the rule, a rate says little. */
    private static final int FEW = 20;

    private final RuleSamples bySource = new RuleSamples();
    private final RuleSamples bySkin = new RuleSamples();
    private final TreeSet<String> sources = new TreeSet<>();

    static LabelledRun over(Subjects subjects, Profile profile) throws IOException, UnreadablePicture {
        LabelledRun run = new LabelledRun();
        subjects.each("labelled", subjects.pictures(), picture -> {
            Examination examination = subjects.engines().examine(picture.file(), subjects.bytes(picture), profile);
            run.add(picture, examination.report().rules(), SkinTone.of(examination.facts()));
        });
        return run;
    }

    void add(LabelledPicture picture, List<RuleResult> results, String skin) {
        sources.add(picture.source());
        for (RuleResult result : results) {
            Boolean meets = picture.meets().get(result.rule());
            if (meets != null) {
                bySource.add(result, meets, picture.source());
                bySkin.add(result, meets, skin);
            }
        }
    }

    void report(PrintWriter out, JsonObject figures) {
        List<String> head = new ArrayList<>(List.of("rule", "meet", "break", "EER %"));
        head.addAll(sources);
        head.addAll(List.of("false alarm %", "miss %", "not assessed %", "best published"));
        TextTable table = new TextTable(head.toArray(String[]::new));
        double sum = 0;
        int count = 0;
        double worst = Double.NaN;
        for (String rule : bySource.rules()) {
            ErrorRates all = bySource.rates(rule);
            boolean few = Math.min(all.meeting(), all.breaking()) < FEW;
            row(table, rule, all, few);
            json(figures.append("labelled"), rule, all);
            if (!few && !Double.isNaN(all.eer())) {
                sum += all.eer();
                count++;
                worst = count == 1 ? all.eer() : Math.max(worst, all.eer());
            }
        }
        table.print(out, "Labelled pictures");
        out.printf(
                "%nMean EER over the %d rules with at least %d examples on both sides: %s %%, the worst %s %%.%n",
                count, FEW, TextTable.percent(sum / count), TextTable.percent(worst));
        figures.put("meanEer", sum / count).put("worstEer", worst);
        perSource(out, figures);
        perSkinTone(out, figures);
    }

    private void row(TextTable table, String rule, ErrorRates all, boolean few) {
        List<Object> cells = new ArrayList<>(
                List.of(rule + (few ? " (few)" : ""), all.meeting(), all.breaking(), TextTable.percent(all.eer())));
        for (String source : sources) {
            cells.add(TextTable.percent(bySource.rates(rule, source::equals).eer()));
        }
        cells.add(TextTable.percent(all.falseAlarm()));
        cells.add(TextTable.percent(all.miss()));
        cells.add(TextTable.percent(all.notAssessed()));
        cells.add(Published.best(rule));
        table.row(cells.toArray());
    }

    private void perSource(PrintWriter out, JsonObject figures) {
        TextTable table = new TextTable("rule", "source", "meet", "break", "false alarm %", "miss %", "not assessed %");
        for (String rule : bySource.rules()) {
            for (String source : sources) {
                ErrorRates rates = bySource.rates(rule, source::equals);
                table.row(
                        rule,
                        source,
                        rates.meeting(),
                        rates.breaking(),
                        TextTable.percent(rates.falseAlarm()),
                        TextTable.percent(rates.miss()),
                        TextTable.percent(rates.notAssessed()));
                json(figures.append("labelledBySource").put("source", source), rule, rates);
            }
        }
        table.print(out, "At the profile's limit, per source");
    }

    private void perSkinTone(PrintWriter out, JsonObject figures) {
        TextTable table = new TextTable("rule", "light", "intermediate", "dark", "n light", "n intermediate", "n dark");
        for (String rule : bySkin.rules()) {
            List<ErrorRates> rates = SkinTone.GROUPS.stream()
                    .map(t -> bySkin.rates(rule, t::equals))
                    .toList();
            table.row(
                    rule,
                    TextTable.percent(rates.get(0).falseAlarm()),
                    TextTable.percent(rates.get(1).falseAlarm()),
                    TextTable.percent(rates.get(2).falseAlarm()),
                    rates.get(0).meeting(),
                    rates.get(1).meeting(),
                    rates.get(2).meeting());
            JsonObject json = figures.append("falseAlarmsBySkinTone").put("rule", rule);
            for (int i = 0; i < SkinTone.GROUPS.size(); i++) {
                json.put(SkinTone.GROUPS.get(i), rates.get(i).falseAlarm());
                json.put("n " + SkinTone.GROUPS.get(i), rates.get(i).meeting());
            }
        }
        table.print(
                out,
                "False alarms (%) by measured skin tone: the labels name neither sex nor ethnicity; the tone is that of the picture, light included");
    }

    private static void json(JsonObject json, String rule, ErrorRates rates) {
        json.put("rule", rule).put("meet", rates.meeting()).put("break", rates.breaking());
        json.put("eer", rates.eer()).put("falseAlarm", rates.falseAlarm()).put("miss", rates.miss());
        json.put("notAssessed", rates.notAssessed());
    }
}
