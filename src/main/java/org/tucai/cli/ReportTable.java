package org.tucai.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.RuleTexts;
import org.tucai.portrait.Severity;
import org.tucai.portrait.Verdict;

/** A report as a table for people: a line per rule, and advice below a broken one. */
final class ReportTable {
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String GREEN = "32";
    private static final String GREY = "90";

    private final PrintWriter out;
    private final boolean colours;
    private final RuleTexts texts;

    ReportTable(PrintWriter out, boolean colours, Locale language) {
        this.out = out;
        this.colours = colours;
        this.texts = RuleTexts.of(language);
    }

    void print(String photo, PortraitReport report) {
        Verdict verdict = report.verdict();
        String colour = verdict == Verdict.PASS ? GREEN : verdict == Verdict.REVIEW ? YELLOW : RED;
        out.printf(
                Locale.ROOT,
                "%s: %s (%s version %d, %s mode, %.0f ms)%n",
                Terminal.visible(photo),
                painted(colour, verdict.name()),
                report.profile(),
                report.profileVersion(),
                report.mode(),
                report.micros() / 1000.0);
        out.printf(Locale.ROOT, "  %-4s %-30s %5s %10s  %s%n", "", "rule", "score", "measured", "limit");
        List<RuleResult> told = report.complaints();
        for (RuleResult result : report.rules()) {
            line(result);
            if (told.contains(result)) { // leaves out what another result says already
                words(result);
            }
        }
        if (verdict == Verdict.REVIEW && !report.open().isEmpty()) {
            out.printf("  %s%n", painted(YELLOW, texts.open(report.open())));
        }
    }

    private void line(RuleResult result) {
        Double measured = result.measured();
        String limit = result.limit();
        String unit = result.unit();
        out.printf(
                Locale.ROOT,
                "  %s %-30s %5s %10s  %s%n",
                mark(result),
                result.rule(),
                result.outcome() == Outcome.NOT_ASSESSED ? "" : String.format(Locale.ROOT, "%.2f", result.score()),
                measured == null ? "" : figure(measured),
                (limit == null ? "" : limit + (unit == null ? "" : " " + counted(limit, unit))).stripTrailing());
    }

    private static String counted(String limit, String unit) {
        return limit.equals("1") && unit.equals("faces") ? "face" : unit;
    }

    /** Three decimals, and none for a whole number: what was counted does not look measured. Points stay below each other. */
    private static String figure(double measured) {
        String figure = String.format(Locale.ROOT, "%.3f", Math.round(measured * 1000) / 1000.0);
        return figure.endsWith(".000") ? figure.replace(".000", "    ") : figure;
    }

    private void words(RuleResult result) {
        String words = texts.wrong(result.rule(), result.way()) + " " + texts.advice(result.rule(), result.way());
        out.printf("       %s%n", painted(GREY, words));
    }

    private String mark(RuleResult result) {
        return switch (result.outcome()) {
            case PASS -> painted(GREEN, "ok  ");
            case FAIL -> result.severity() == Severity.HARD ? painted(RED, "FAIL") : painted(YELLOW, "look");
            case NOT_ASSESSED -> painted(GREY, "?   ");
        };
    }

    private String painted(String colour, String text) {
        return colours ? "\033[" + colour + "m" + text + "\033[0m" : text;
    }
}
