package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.annotation.AnnotationValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextValidatorTest {
    private final PlainTextValidator validator = new PlainTextValidator();

    @ParameterizedTest
    @ValueSource(strings = {"", "大学", "😀 𠮷", "👨‍👩‍👧", "שלום"})
    void whatPeopleWriteIsPlainText(String text) {
        assertThat(isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "\u0007",
                "大\u007F",
                "\u0085",
                "\u202A学大",
                "\u202E学大",
                "\u2066学大\u2069",
                "\uD800",
                "\uDC00\uD800学"
            })
    void controlCharactersAndLoneSurrogatesAreNotPlainText(String text) {
        assertThat(isPlain(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u200D\u2060\uFEFF",
                "\u00AD",
                "\u00A0",
                "\u115F",
                "\u034F",
                "\u3164",
                "\u2800",
                " \u200B\u3000",
                "\uFE0F",
                "\uDB40\uDD00"
            })
    void aTextOfInvisibleCharactersIsNotPlainText(String text) {
        assertThat(isPlain(text)).isFalse();
        assertThat(validator.isValid(text, lines(), null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000"})
    void aBlankTextIsNotPlainWhereBlanksAreForbidden(String text) {
        AnnotationValue<PlainText> named =
                AnnotationValue.builder(PlainText.class).member("blank", false).build();

        assertThat(isPlain(text)).isTrue();
        assertThat(validator.isValid(text, named, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"照片\r\n\t不是本人", "第一行\n第二行", "第一行\u2028第二行\u2029"})
    void severalLinesArePlainOnlyWhereLinesAreAllowed(String text) {
        assertThat(isPlain(text)).isFalse();
        assertThat(validator.isValid(text, lines(), null)).isTrue();
    }

    @Test
    void anAbsentTextIsPlain() {
        assertThat(isPlain(null)).isTrue();
    }

    private boolean isPlain(String text) {
        return validator.isValid(text, AnnotationValue.builder(PlainText.class).build(), null);
    }

    private static AnnotationValue<PlainText> lines() {
        return AnnotationValue.builder(PlainText.class).member("lines", true).build();
    }
}
