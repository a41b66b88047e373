package org.tucai.cli;

import java.io.Console;
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

    /** Whether what a command prints is lost from here on, on a full disk or in a pipe that nobody reads any more; says so. */
    static boolean isCutOff(CommandLine command) {
        // the writer of a command hands on to the system's, which keeps its troubles to itself
        boolean lost = command.getOut().checkError() || System.out.checkError();
        if (lost) {
            command.getErr().println("The output cannot be written; what follows is left out.");
            command.getErr().flush();
        }
        return lost;
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
