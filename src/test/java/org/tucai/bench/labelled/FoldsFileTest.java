package org.tucai.bench.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks keep the folds by which they were trained. */
class FoldsFileTest {
    @TempDir
    Path folder;

    private static List<LabelledPicture> pictures(String... files) {
        return Stream.of(files)
                .map(file -> new LabelledPicture(file, "s", Map.of()))
                .toList();
    }

    /** Divided anew, the list with one person less puts others into other folds. */
    @Test
    void keepsTheFoldOfEachPictureWhenFewerAreListed() throws IOException {
        List<LabelledPicture> all = pictures("s/1.jpg", "s/2.jpg", "s/3.jpg", "s/4.jpg", "s/5.jpg", "s/6.jpg");
        Map<String, Integer> trained = Folds.of(all);
        new FoldsFile(Map.of()).write(folder, trained);

        Map<String, Integer> folds = FoldsFile.in(folder).of(all.subList(1, 6));

        assertThat(trained).containsAllEntriesOf(folds);
        assertThat(trained).isNotEqualTo(Folds.of(all.subList(1, 6))).doesNotContainEntry("s/2.jpg", 0);
        assertThat(Folds.of(all.subList(1, 6))).containsEntry("s/2.jpg", 0);
    }

    @Test
    void givesAnotherPictureOfAPersonTheFoldOfThePerson() throws IOException {
        Files.write(folder.resolve("pictures.csv"), List.of("file,fold", "s/1_neutral.jpg,3"));

        Map<String, Integer> folds = FoldsFile.in(folder).of(pictures("s/1_smiling.jpg", "s/2_neutral.jpg"));

        assertThat(folds).containsEntry("s/1_smiling.jpg", 3).containsKey("s/2_neutral.jpg");
    }

    @Test
    void dividesPicturesAnewWhereTheFolderSaysNothing() throws IOException {
        FoldsFile none = FoldsFile.in(folder);

        assertThat(none.isThere()).isFalse();
        assertThat(none.of(pictures("s/1.jpg", "s/2.jpg"))).isEqualTo(Map.of("s/1.jpg", 0, "s/2.jpg", 1));
    }

    @Test
    void writesNamesThatAListHasToQuoteAndKeepsWhatWasKnown() throws IOException {
        new FoldsFile(Map.of("old.jpg", 4)).write(folder, Map.of("s/a, \"b\".jpg", 2));

        assertThat(FoldsFile.in(folder).known()).isEqualTo(Map.of("old.jpg", 4, "s/a, \"b\".jpg", 2));
    }

    @Test
    void refusesAFoldThatDoesNotExist() throws IOException {
        Files.write(folder.resolve("pictures.csv"), List.of("file,fold", "1.jpg,5"));

        assertThatThrownBy(() -> FoldsFile.in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pictures.csv in " + folder + ", line 2: fold is '5'; it must be 0 to 4");
    }
}
