package org.tucai.capturecode.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tucai.picture.UnreadablePicture;

/** Reads the pictures in ../shared/capture-codes; skipped where they are absent. */
class SharedPicturesTest {
    private static final Path FOLDER = Path.of("..", "shared", "capture-codes");
    private static final double LEAST_SHARE = 0.98;

    @Test
    void readsAtLeast49Of50PicturesAndNoneWrongly() throws IOException, UnreadablePicture {
        assumeTrue(Files.exists(FOLDER.resolve("truth.csv")), "../shared/capture-codes is absent");
        List<String> lines = Files.readAllLines(FOLDER.resolve("truth.csv"));
        CaptureCodeReader reader = new CaptureCodeReader(text -> true, () -> 0);
        int right = 0;

        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (reader.read(Files.readAllBytes(FOLDER.resolve(cells[0]))) instanceof Reading.Read read) {
                assertThat(read.text()).as(cells[0]).isEqualTo(cells[cells.length - 1]);
                right++;
            }
        }

        assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(LEAST_SHARE * (lines.size() - 1)));
    }
}
