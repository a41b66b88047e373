package org.tucai.bench.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void namesRulesByTheirIdsAndLeavesEmptyCellsOut() {
        List<String> lines = List.of("file,source,faces,eyes_open,no_glasses", "a/1.jpg,a,1,0,", "a/2.jpg,a,2+,,1");

        List<LabelledPicture> pictures = Labels.parse(lines);

        assertThat(pictures)
                .containsExactly(
                        new LabelledPicture("a/1.jpg", "a", Map.of("one-face", true, "eyes-open", false)),
                        new LabelledPicture("a/2.jpg", "a", Map.of("one-face", false, "no-glasses", true)));
    }

    @Test
    void refusesRowsWithMissingCells() {
        List<String> lines = List.of("file,source,faces", "a/1.jpg,a");

        assertThatThrownBy(() -> Labels.parse(lines)).isInstanceOf(IllegalArgumentException.class);
    }
}
