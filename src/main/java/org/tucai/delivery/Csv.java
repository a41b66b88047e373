package org.tucai.delivery;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of RFC 4180, harmless in spreadsheets. */
final class Csv {
    private Csv() {}

    static String line(String... fields) {
        return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted where needed; a text that a spreadsheet would take for a formula is made plain text. */
    private static String field(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
