package org.tucai.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {
    @Test
    void readsWhatItWrites() {
        List<Limit> limits = List.of(
                new Limit(50.0, 110.0),
                new Limit(1.04, 1.42),
                new Limit(-1.95, null),
                new Limit(null, 0.025),
                new Limit(480.0, 480.0));

        assertThat(limits)
                .extracting(Limit::text)
                .containsExactly("50..110", "1.04..1.42", "≥ -1.95", "≤ 0.025", "480");
        assertThat(limits).extracting(limit -> Limit.read(limit.text())).containsExactlyElementsOf(limits);
    }

    @Test
    void readsNothingElseAsALimit() {
        assertThat(List.of("JPEG", "480 x 640", "EXIF 1, 3, 6, 8"))
                .extracting(Limit::read)
                .containsOnlyNulls();
        assertThat(Limit.read(null)).isNull();
        assertThat(new Limit(null, null).text()).isNull();
    }

    /** For example 49.999996, which reports print as 50. */
    @Test
    void saysOnWhichSideAValueMissesThoughRoundingPutsItOnTheLimit() {
        Limit crown = new Limit(50.0, 110.0);

        assertThat(crown.isMissedBelow(50)).isTrue();
        assertThat(crown.isMissedBelow(110)).isFalse();
    }
}
