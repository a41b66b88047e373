package org.tucai.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;

/** Whether a person sees the output, and how it is written for them. */
final class Terminal {
    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // null where there is no terminal, again since JDK 25
    static boolean isThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Colours only on a terminal that can show them, and not if NO_COLOR is set. */
    static boolean hasColours() {
        return isThere() && takesColours(System.getenv());
    }

    /** Not if NO_COLOR is set (no-color.org), nor on a {@code dumb} terminal, as editors have, which shows the codes of colours as text. */
    static boolean takesColours(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }

    /** For help and the demo: picocli does not look at TERM. */
    static void forgoColoursOnADumbTerminal() {
        if (!takesColours(System.getenv())) {
            System.getProperties().putIfAbsent("picocli.ansi", "false");
        }
    }

    /** Whether a command's output is being lost, on a full disk or in a pipe that nobody reads any more. */
    static boolean isCutOff(CommandLine command) {
        // the command's writer passes on to System.out, which swallows its errors
        return command.getOut().checkError() || System.out.checkError();
    }

    /** A line of JSON for printing: JSON is UTF-8 (RFC 8259, 8.1), so where the output is not, characters beyond ASCII are escaped. */
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

    /** Escapes control characters: what a stranger put into a code or a file name must not control the terminal. */
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
