package org.tucai.platform.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of RFC 4180, harmless in spreadsheets. */
public final class Csv {
    /** The byte order mark, without which spreadsheets misread Chinese text. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** For descriptions of operations: a program that reads the file has to remove this mark again. */
    public static final String OF_FORMULAS =
            "Texts a spreadsheet would read as a formula (beginning with `=`, `+`, `-` or `@`) are prefixed with `'`.";

    /** What spreadsheets read as the beginning of a formula, the wide forms of Chinese keyboards among them. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** One record with its line break. */
    public static String line(String... fields) {
        return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted where needed; a text that a spreadsheet would take for a formula is made plain text. */
    private static String field(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
