package org.tucai.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

/** Whether somebody looks on, and what they may be shown. */
final class Terminal {
    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again where there is no terminal
    static boolean isThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Colours only for a person who has not asked for none (no-color.org). */
    static boolean hasColours() {
        String refused = System.getenv("NO_COLOR");
        return isThere() && (refused == null || refused.isEmpty());
    }

    /** Whether what a command prints is lost from here on, on a full disk or in a pipe that nobody reads any more. */
    static boolean isCutOff(CommandLine command) {
        // the writer of a command hands on to the system's, which keeps its troubles to itself
        return command.getOut().checkError() || System.out.checkError();
    }

    /** A line of JSON as it is printed: JSON is UTF-8 (RFC 8259, 8.1), so where the output is not, letters beyond ASCII are escaped. */
    static String json(String line) {
        return json(line, System.out.charset());
    }

    static String json(String line, Charset output) {
        if (output.equals(StandardCharsets.UTF_8)) {
            return line;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < 0x7F) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return out.toString();
    }

    /** Control characters as escapes: what a stranger put into a code or the name of a file must not steer the terminal. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
