package org.tucai.bench.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One line of a truth.csv: a picture of a code and the text it holds.
 *
 * @param file relative to the folder
 * @param kind the picture's class
 * @param text the text of the code; empty where there is no code and nothing must be read
 */
record KnownCode(String file, String kind, String text) {
    static List<KnownCode> read(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("truth.csv"));
        List<String> names =
                lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(",", -1));
        if (!names.containsAll(List.of("file", "class", "payload"))) {
            throw new IllegalArgumentException(
                    "truth.csv in " + folder + " lacks one of its columns file, class, payload");
        }
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new KnownCode(
                        cells[names.indexOf("file")], cells[names.indexOf("class")], cells[names.indexOf("payload")]))
                .toList();
    }

    byte[] bytes(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }
}
