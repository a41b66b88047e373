package org.tucai.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MadeUpTest {
    @Test
    void leavesOutPhoneNumbersThatNoMessageReaches() {
        assertThat(MadeUp.phones(3, 12_349_999)).containsExactly("13912349999", "13912350001", "13912350002");
    }

    @Test
    void goesOnFromTheFirstNumberAfterTheLast() {
        assertThat(MadeUp.phones(2, 99_999_999)).containsExactly("13999999999", "13900000001");
    }

    @Test
    void writesDigitsThatTheServerTakesWhateverTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("ar", "EG"));
        try {
            assertThat(List.of(MadeUp.schoolCode(), MadeUp.phones(1).getFirst()))
                    .allMatch(number -> number.matches("[0-9]+"));
            assertThat(MadeUp.digits(5, 42)).isEqualTo("00042");
        } finally {
            Locale.setDefault(before);
        }
    }
}
