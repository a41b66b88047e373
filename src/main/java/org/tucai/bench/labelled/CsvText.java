package org.tucai.bench.labelled;

import java.util.ArrayList;
import java.util.List;

/** Divides CSV (RFC 4180) into lines and cells; blanks around a cell that is not quoted do not belong to it. */
final class CsvText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean isQuoted;

    CsvText(String text) {
        this.text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    List<List<String>> lines() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && cell.toString().isBlank()) {
                at = quoted(at + 1);
            } else if (c == ',') {
                endCell();
            } else if (c == '\n' || c == '\r') {
                at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 1 : 0;
                endLine();
            } else {
                cell.append(c);
            }
            at++;
        }
        if (!line.isEmpty() || !cell.isEmpty() || isQuoted) {
            endLine();
        }
        return lines;
    }

    /** Takes what is quoted from there on; a doubled quote is one. Returns where the closing quote is. */
    private int quoted(int from) {
        cell.setLength(0);
        isQuoted = true;
        int at = from;
        while (at < text.length()) {
            boolean isQuote = text.charAt(at) == '"';
            boolean isDoubled = isQuote && at + 1 < text.length() && text.charAt(at + 1) == '"';
            if (isQuote && !isDoubled) {
                return at;
            }
            cell.append(text.charAt(at));
            at += isDoubled ? 2 : 1;
        }
        return at;
    }

    private void endCell() {
        line.add(isQuoted ? cell.toString() : cell.toString().strip());
        cell.setLength(0);
        isQuoted = false;
    }

    private void endLine() {
        endCell();
        lines.add(line);
        line = new ArrayList<>();
    }
}
