package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTextTest {
    @Test
    void aTextThatFitsStaysWhole() {
        assertThat(ColumnText.cut("照片", 2)).isEqualTo("照片");
        assertThat(ColumnText.cut("", 2)).isEmpty();
    }

    @Test
    void aTextThatDoesNotFitIsCutAfterAWholeCharacter() {
        assertThat(ColumnText.cut("照片反光", 2)).isEqualTo("照片");
        assertThat(ColumnText.cut("姓𠮷名", 2)).isEqualTo("姓"); // 𠮷 takes two chars
        assertThat(ColumnText.cut("姓𠮷名", 3)).isEqualTo("姓𠮷");
    }
}
