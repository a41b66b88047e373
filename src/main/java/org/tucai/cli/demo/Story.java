package org.tucai.cli.demo;

import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Tells the demo's steps, in colour on a terminal. */
final class Story {
    private static final int NAME_WIDTH = 16;
    /** What a line of 80 columns leaves for the values and their commas. */
    private static final int VALUE_WIDTH = 56;

    private final PrintWriter out;
    private int step;

    Story(PrintWriter out) {
        this.out = out;
    }

    /** Begins a step. */
    void step(String title) {
        step++;
        out.println();
        println("@|bold,cyan " + (step < 10 ? " " : "") + step + "  " + title + "|@");
    }

    /** A value from an answer. */
    void fact(String name, Object value) {
        println("    @|faint " + pad(name) + "|@ " + value);
    }

    /** Several values of a kind, on as many lines as they need; prints nothing when there are none. */
    void facts(String name, List<String> values) {
        StringBuilder line = new StringBuilder();
        String heading = name;
        for (String value : values) {
            if (!line.isEmpty() && line.length() + value.length() > VALUE_WIDTH) {
                fact(heading, line.append(','));
                heading = "";
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ", ").append(value);
        }
        if (!line.isEmpty()) {
            fact(heading, line);
        }
    }

    /** What is wrong, and what to do about it. */
    void bad(String title, String advice) {
        println("    @|yellow ✗|@ " + title);
        println("      @|faint " + advice + "|@");
    }

    /** Something that takes a while. */
    void wait(String text) {
        println("    @|faint … " + text + "|@");
    }

    /** The time of day of an instant, by the clock of this machine. */
    static String time(String instant) {
        return OffsetDateTime.parse(instant)
                .atZoneSameInstant(ZoneId.systemDefault())
                .toLocalTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    void good(String text) {
        println("    @|green ✓|@ " + text);
    }

    void address(String name, String url) {
        println("    @|bold " + pad(name) + "|@ " + url);
    }

    private void println(String marked) {
        out.println(Ansi.AUTO.string(marked));
        out.flush();
    }

    private static String pad(String name) {
        return name + " ".repeat(Math.max(0, NAME_WIDTH - name.length()));
    }
}
