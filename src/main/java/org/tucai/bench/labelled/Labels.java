package org.tucai.bench.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.rule.Rules;

/**
 * What {@code labels.csv} says: a line per picture with its {@code file}, the {@code source} it comes from (where the column is missing,
 * its folder) and a column per rule; 1 = meets the rule, 0 = breaks it, empty = unknown. Column {@code eyes_open} is for the rule
 * {@code eyes-open}; {@code faces}, the number of faces, for {@code one-face}.
 *
 * @param pictures in the order of the file
 * @param ignored columns that are for no rule
 */
public record Labels(List<LabelledPicture> pictures, List<String> ignored) {
    static final String FILE = "labels.csv";

    private static final String FACES = "faces";
    private static final Set<String> OTHERS = Set.of("file", "source", "");

    /**
     * The labels of a data folder.
     *
     * @throws IllegalArgumentException when they cannot be understood; the message says where and what is allowed
     */
    public static Labels read(Path dataFolder) throws IOException {
        return of(PictureList.read(dataFolder, FILE, "file"));
    }

    static Labels of(PictureList list) {
        Map<String, String> rules = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        for (String column : list.columns()) {
            String rule = FACES.equals(column) ? "one-face" : column.replace('_', '-');
            if (Rules.ids().contains(rule)) {
                rules.put(column, rule);
            } else if (!OTHERS.contains(column)) {
                ignored.add(column);
            }
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(list.name() + " has no column for a rule, such as mouth_closed");
        }
        List<LabelledPicture> pictures =
                list.rows().stream().map(row -> picture(row, rules)).toList();
        return new Labels(pictures, List.copyOf(ignored));
    }

    private static LabelledPicture picture(PictureList.Row row, Map<String, String> rules) {
        Map<String, Boolean> meets = new LinkedHashMap<>();
        rules.forEach((column, rule) -> {
            Boolean label = FACES.equals(column) ? oneFace(row.cell(column)) : met(row.cell(column));
            if (label != null) {
                meets.put(rule, label);
            } else if (!row.cell(column).isEmpty()) { // counted as broken, it would turn every rate round
                throw new IllegalArgumentException(row.place() + ": " + column + " is '" + row.cell(column)
                        + "'; it must be "
                        + (FACES.equals(column) ? "a number of faces" : "1 (meets the rule), 0 (breaks it)")
                        + " or empty (unknown)");
            }
        });
        return new LabelledPicture(row.cell("file"), row.orFolder("source"), meets);
    }

    /** 1.0 and 0.0 are what becomes of a column with empty cells in tools that know no empty integer. */
    private static @Nullable Boolean met(String label) {
        return switch (label) {
            case "1", "1.0" -> true;
            case "0", "0.0" -> false;
            default -> null;
        };
    }

    /** A number, also with a plus: two faces or more. */
    private static @Nullable Boolean oneFace(String faces) {
        return faces.matches("[0-9]{1,3}(\\.0|\\+)?") ? faces.matches("1(\\.0)?") : null;
    }
}
