package org.tucai.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    @Test
    void printsMasked() {
        assertThat(new PersonName("王小明")).hasToString("王**");
        assertThat(new PersonName("𠮷田")).hasToString("𠮷**");
        assertThat(new PhoneNumber("13812345678")).hasToString("138****5678");
        assertThat(new IdTail("123x")).hasToString("****");
    }

    @Test
    void isKeptInOneNormalisedForm() {
        assertThat(new PersonName(" 王小明\u3000").value()).isEqualTo("王小明");
        assertThat(new PersonName("王".repeat(60)).value()).hasSize(60);
        assertThat(new IdTail(" 123x").value()).isEqualTo("123X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u3000", "王\n小明"})
    void aNameIsOneLineAndNotBlankOrTooLong(String text) {
        refuses(PersonName::new, text);
        refuses(PersonName::new, "王".repeat(61));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "12345", "12X4", "123Y", "１２３４"})
    void anIdNumberEndsInThreeDigitsAndADigitOrX(String text) {
        refuses(IdTail::new, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12812345678", "1381234567", "138123456789", "+8613812345678", "１３８12345678"})
    void aMobileNumberIsOfMainlandChina(String text) {
        refuses(PhoneNumber::new, text);
    }

    /** The message must not repeat the text, since refusals may be logged. */
    private static void refuses(Function<String, Object> kind, String text) {
        assertThatThrownBy(() -> kind.apply(text))
                .isInstanceOf(IllegalArgumentException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .isNotBlank()
                .isNotEqualTo(text);
    }
}
