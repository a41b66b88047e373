package org.tucai.cli.demo;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** Tells the demo's steps, in colour on a terminal. */
final class Story {
    private final PrintWriter out;
    private int step;

    Story(PrintWriter out) {
        this.out = out;
    }

    /** A new step. */
    void step(String title) {
        step++;
        print("%n@|bold,cyan %2d  %s|@%n", step, title);
    }

    /** Something that came back. */
    void fact(String name, Object value) {
        print("    @|faint %s|@ %s%n", pad(name), value);
    }

    void good(String text) {
        print("    @|green ✓|@ %s%n", text);
    }

    void address(String name, String url) {
        print("    @|bold %s|@ %s%n", pad(name), url);
    }

    private void print(String format, Object... values) {
        out.print(Ansi.AUTO.string(format.formatted(values)));
        out.flush();
    }

    private static String pad(String name) {
        return name + " ".repeat(Math.max(0, 16 - name.length()));
    }
}
