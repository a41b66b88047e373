package org.tucai.bench.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldsTest {
    @Test
    void keepsPicturesOfOnePersonOrMontageTogether() {
        assertThat(Folds.group("london/001_neutral.jpg")).isEqualTo(Folds.group("london/001_smiling.jpg"));
        assertThat(Folds.group("sfhq/hats_r01_c02.jpg")).isEqualTo(Folds.group("sfhq/a_hats_r00_c01.jpg"));
        assertThat(Folds.group("sfhq/glasses_style_r01_c02.jpg")).isEqualTo(Folds.group("sfhq/a_glasses_r00_c01.jpg"));
        assertThat(Folds.group("sfhq/age_r01_c02.jpg")).isNotEqualTo(Folds.group("sfhq/hats_r01_c02.jpg"));
    }

    @Test
    void spreadsEachSourceOverAllFolds() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            files.add("london/%03d_neutral.jpg".formatted(i));
            files.add("london/%03d_smiling.jpg".formatted(i));
        }

        Map<String, Integer> folds = Folds.assign(files);

        assertThat(folds.get("london/004_neutral.jpg")).isEqualTo(folds.get("london/004_smiling.jpg"));
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            int wanted = fold;
            assertThat(folds.values().stream().filter(f -> f == wanted)).hasSize(4);
        }
    }

    @Test
    void foldsAreAsEvenAsGroupsAllowAndDoNotDependOnTheOrderOfThePictures() {
        List<String> files = new ArrayList<>();
        for (String small : List.of("a", "b", "c", "d", "e")) {
            files.add("sfhq/" + small + "_r00_c00.jpg");
        }
        for (int column = 0; column < 5; column++) {
            files.add("sfhq/large_r00_c0" + column + ".jpg");
        }

        Map<String, Integer> folds = Folds.assign(files);

        assertThat(files.stream().collect(Collectors.groupingBy(folds::get, Collectors.counting())))
                .containsValue(5L)
                .hasSize(Folds.COUNT);
        assertThat(Folds.assign(files.reversed())).isEqualTo(folds);
    }
}
