package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.annotation.AnnotationValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextValidatorTest {
    private final PlainTextValidator validator = new PlainTextValidator();

    @ParameterizedTest
    @ValueSource(strings = {"", "大学", "照片\r\n\t不是本人", "😀 𠮷", "👨‍👩‍👧", "שלום"})
    void whatPeopleWriteIsPlain(String text) {
        assertThat(isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000", "\u0007", "大\u007F", "\u0085", "\u202E学大", "\u2066学大\u2069", "\uD800", "\uDC00\uD800学"
            })
    void whatNobodySeesIsNot(String text) {
        assertThat(isPlain(text)).isFalse();
    }

    @Test
    void anAbsentTextIsPlain() {
        assertThat(isPlain(null)).isTrue();
    }

    private boolean isPlain(String text) {
        return validator.isValid(text, AnnotationValue.builder(PlainText.class).build(), null);
    }
}
