package org.tucai.bench.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code labels.csv}: one row per picture, {@code file,source,faces,…}; 1 = meets the rule, 0 = breaks it, empty =
 * unknown. Column {@code eyes_open} is for the rule {@code eyes-open}, {@code faces} for {@code one-face}.
 */
public final class Labels {
    private static final String FACES = "faces";

    private Labels() {}

    /** The labelled pictures of a data folder, in the order of the file. */
    public static List<LabelledPicture> read(Path dataFolder) throws IOException {
        List<LabelledPicture> pictures = parse(Files.readAllLines(dataFolder.resolve("labels.csv")));
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("labels.csv in " + dataFolder + " names no picture");
        }
        return pictures;
    }

    static List<LabelledPicture> parse(List<String> lines) {
        String[] head = lines.isEmpty() ? new String[0] : lines.getFirst().split(",", -1);
        List<LabelledPicture> pictures = new ArrayList<>();
        for (String line : lines.stream().skip(1).toList()) {
            if (!line.isBlank()) {
                pictures.add(row(head, line.split(",", -1)));
            }
        }
        return pictures;
    }

    private static LabelledPicture row(String[] head, String[] cells) {
        if (cells.length != head.length || !"file".equals(head[0]) || !"source".equals(head[1])) {
            throw new IllegalArgumentException("labels.csv: not file,source,… : " + String.join(",", cells));
        }
        Map<String, Boolean> meets = new LinkedHashMap<>();
        for (int i = 2; i < head.length; i++) {
            if (!cells[i].isEmpty()) {
                String rule = FACES.equals(head[i]) ? "one-face" : head[i].replace('_', '-');
                meets.put(rule, "1".equals(cells[i]));
            }
        }
        return new LabelledPicture(cells[0], cells[1], meets);
    }
}
