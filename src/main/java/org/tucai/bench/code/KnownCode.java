package org.tucai.bench.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tucai.bench.labelled.PictureList;

/**
 * One line of a truth.csv: a picture of a code and the text it holds.
 *
 * @param file relative to the folder
 * @param kind the picture's class; where the list has no such column, its folder
 * @param text the text of the code; empty where there is no code and nothing must be read
 */
record KnownCode(String file, String kind, String text) {
    static List<KnownCode> read(Path folder) throws IOException {
        return PictureList.read(folder, "truth.csv", "file", "payload").rows().stream()
                .map(row -> new KnownCode(row.cell("file"), row.orFolder("class"), row.cell("payload")))
                .toList();
    }

    byte[] bytes(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }
}
