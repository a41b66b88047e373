package org.tucai.cli.demo;

import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Help.Ansi;

/** Tells the demo's steps, in colour on a terminal. */
final class Story {
    private static final int NAME_WIDTH = 16;

    private final PrintWriter out;
    private int step;

    Story(PrintWriter out) {
        this.out = out;
    }

    /** A new step. */
    void step(String title) {
        step++;
        out.println();
        println("@|bold,cyan " + (step < 10 ? " " : "") + step + "  " + title + "|@");
    }

    /** Something that came back. */
    void fact(String name, Object value) {
        println("    @|faint " + pad(name) + "|@ " + value);
    }

    void bad(String text) {
        println("    @|yellow ✗|@ " + text);
    }

    /** Something that takes a while. */
    void wait(String text) {
        println("    @|faint … " + text + "|@");
    }

    /** The clock's time of an instant with its zone, as people read it. */
    static String time(String instant) {
        return OffsetDateTime.parse(instant)
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
