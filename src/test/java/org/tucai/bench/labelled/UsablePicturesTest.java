package org.tucai.bench.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.testing.Drawings;

class UsablePicturesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aFolderWithAGoodAndADamagedPicture() throws IOException {
        byte[] jpeg = Drawings.portrait(1);
        Files.write(folder.resolve("good.jpg"), jpeg);
        Files.write(folder.resolve("damaged.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2));
    }

    @Test
    void leavesOutWhatIsMissingAndWhatIsDamagedAndNamesBoth() throws IOException {
        UsablePictures<String> usable =
                UsablePictures.readable(folder, List.of("good.jpg", "damaged.jpg", "none.jpg"), Function.identity());

        assertThat(usable.pictures()).containsExactly("good.jpg");
        assertThat(usable.remark().strip())
                .isEqualTo("2 of 3 listed pictures are left out: damaged.jpg (not readable: truncated), none.jpg (no"
                        + " such file)");
    }

    @Test
    void keepsADamagedPictureWhereItOnlyHasToBeThere() throws IOException {
        UsablePictures<String> usable =
                UsablePictures.present(folder, List.of("good.jpg", "damaged.jpg"), Function.identity());

        assertThat(usable.pictures()).containsExactly("good.jpg", "damaged.jpg");
        assertThat(usable.remark()).isEmpty();
    }

    @Test
    void refusesAListNoneOfWhosePicturesIsThere() {
        List<String> elsewhere = List.of("1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg", "7.jpg");

        assertThatThrownBy(() -> UsablePictures.present(folder, elsewhere, Function.identity()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("None of the 7 pictures can be used: 1.jpg (no such file), ")
                .hasMessageContaining("5.jpg (no such file) and 2 more. The files are named from " + folder);
    }
}
