package org.tucai.bench.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    private static Labels of(String... lines) {
        return Labels.of(PictureList.parse("labels.csv", String.join("\n", lines), "file"));
    }

    @Test
    void namesRulesByTheirIdsAndLeavesEmptyCellsOut() {
        Labels labels = of("file,source,faces,eyes_open,no_glasses", "a/1.jpg,a,1,0,", "a/2.jpg,a,2+,,1");

        assertThat(labels.pictures())
                .containsExactly(
                        new LabelledPicture("a/1.jpg", "a", Map.of("one-face", true, "eyes-open", false)),
                        new LabelledPicture("a/2.jpg", "a", Map.of("one-face", false, "no-glasses", true)));
    }

    /** Counted as labels that are not 1, all pictures would break all rules. */
    @Test
    void readsWholeNumbersWrittenAsDecimals() {
        Labels labels = of("file,source,faces,eyes_open,no_glasses", "1.jpg,a,1.0,0.0,1.0");

        assertThat(labels.pictures().getFirst().meets())
                .isEqualTo(Map.of("one-face", true, "eyes-open", false, "no-glasses", true));
    }

    @ParameterizedTest
    @CsvSource({"eyes_open,yes,1 (meets the rule)", "eyes_open,2,1 (meets the rule)", "faces,one,a number of faces"})
    void refusesALabelThatItDoesNotKnow(String column, String label, String allowed) {
        assertThatThrownBy(() -> of("file," + column, "1.jpg,1", "2.jpg," + label))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("labels.csv, line 3: " + column + " is '" + label + "'; it must be " + allowed);
    }

    /** Such as a group's name: taken for a label it would say that every picture breaks a rule. */
    @Test
    void ignoresAndNamesColumnsThatAreForNoRule() {
        Labels labels = of("file,source,sex,eyes_open,age", "1.jpg,a,female,1,22");

        assertThat(labels.pictures().getFirst().meets()).isEqualTo(Map.of("eyes-open", true));
        assertThat(labels.ignored()).containsExactly("sex", "age");
    }

    @Test
    void takesTheFolderForTheSourceWhereNoColumnNamesIt() {
        Labels labels = of("file,eyes_open", "studio/1.jpg,1", "2.jpg,1");

        assertThat(labels.pictures()).extracting(LabelledPicture::source).containsExactly("studio", "");
    }

    @Test
    void refusesAListThatIsAboutNoRule() {
        assertThatThrownBy(() -> of("file,source,sex", "1.jpg,a,female"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("labels.csv has no column for a rule, such as mouth_closed");
    }
}
