package org.tucai.bench.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which pictures the networks and classifiers of a folder were trained without: {@code pictures.csv} in it, with each picture's file and
 * fold. Divided anew, another list of pictures, or the same one with a line more, would put some into other folds, and networks would
 * judge pictures they were trained on.
 *
 * @param known the fold of each picture by its file; empty where the folder does not say
 */
public record FoldsFile(Map<String, Integer> known) {
    private static final String FILE = "pictures.csv";

    public FoldsFile {
        known = Map.copyOf(known);
    }

    /** What the folder says. */
    public static FoldsFile in(Path folder) throws IOException {
        Map<String, Integer> known = new HashMap<>();
        if (Files.exists(folder.resolve(FILE))) {
            for (PictureList.Row row :
                    PictureList.read(folder, FILE, "file", "fold").rows()) {
                known.put(row.cell("file"), fold(row));
            }
        }
        return new FoldsFile(known);
    }

    private static int fold(PictureList.Row row) {
        String fold = row.cell("fold");
        int number = fold.matches("[0-9]") ? Integer.parseInt(fold) : Folds.COUNT;
        if (number >= Folds.COUNT) {
            throw new IllegalArgumentException(
                    row.place() + ": fold is '" + fold + "'; it must be 0 to " + (Folds.COUNT - 1));
        }
        return number;
    }

    /** Whether the folder says it at all. */
    public boolean isThere() {
        return !known.isEmpty();
    }

    /** The fold of each picture: its own, that of a known picture of the same group, or, of a new group, one divided anew. */
    public Map<String, Integer> of(List<LabelledPicture> pictures) {
        Map<String, Integer> groups = new HashMap<>();
        known.forEach((file, fold) -> groups.put(Folds.group(file), fold));
        Map<String, Integer> folds = new HashMap<>(Folds.of(pictures));
        folds.replaceAll((file, anew) -> known.getOrDefault(file, groups.getOrDefault(Folds.group(file), anew)));
        return folds;
    }

    /** Writes them to the folder, in addition to those known before. */
    public void write(Path folder, Map<String, Integer> folds) throws IOException {
        Map<String, Integer> all = new TreeMap<>(known);
        all.putAll(folds);
        write(folder.resolve(FILE), all.keySet().stream().toList(), all);
    }

    /**
     * Writes a list of pictures with their folds.
     *
     * @param files in this order
     */
    public static void write(Path file, List<String> files, Map<String, Integer> folds) throws IOException {
        List<String> lines = new ArrayList<>(List.of("file,fold"));
        files.forEach(name -> lines.add(cell(name) + "," + folds.get(name)));
        Files.write(file, lines);
    }

    private static String cell(String name) {
        return name.matches(".*[,\"\\r\\n].*") ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
