package org.tucai.cli;

import java.io.Console;

/** Whether somebody looks on. */
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
}
