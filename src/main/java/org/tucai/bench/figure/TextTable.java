package org.tucai.bench.figure;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A Markdown table with aligned columns: the first to the left, the others to the right. */
public final class TextTable {
    private final List<String[]> rows = new ArrayList<>();

    public TextTable(String... head) {
        rows.add(head);
    }

    public TextTable row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
        return this;
    }

    /** A rate 0..1 in per cent with one decimal; a dash for NaN. */
    public static String percent(double rate) {
        return Double.isNaN(rate) ? "–" : String.format(Locale.ROOT, "%.1f", 100 * rate);
    }

    public static String number(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    public void print(PrintWriter out, String title) {
        out.printf("%n%s%n%n", title);
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder("|");
            for (int i = 0; i < widths.length; i++) {
                String cell = rows.get(r)[i];
                String pad = " ".repeat(widths[i] - cell.length());
                line.append(' ').append(i == 0 ? cell + pad : pad + cell).append(" |");
            }
            out.println(line);
            if (r == 0) {
                StringBuilder rule = new StringBuilder("|");
                for (int i = 0; i < widths.length; i++) {
                    rule.append(i == 0 ? "-" : "").append("-".repeat(widths[i] + 1));
                    rule.append(i == 0 ? "|" : ":|");
                }
                out.println(rule);
            }
        }
    }
}
