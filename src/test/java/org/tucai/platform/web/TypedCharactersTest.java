package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedCharactersTest {
    @ParameterizedTest
    @CsvSource({
        "１２３４,1234",
        "'\u3000１２３Ｘ ',123X",
        "12 3x,123x",
        "'\u202d13800138000\u202c',13800138000",
        "138\u00a00013\u20098000,13800138000",
        "'１３８－0013',138-0013",
        "！～,!~",
        "｟一二三四｠,｟一二三四｠",
        "١٢٣٤,١٢٣٤",
        "'',''"
    })
    void fullWidthAndSpacedCharactersBecomeThePlainOnesMeant(String typed, String meant) {
        assertThat(TypedCharacters.plain(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "+86 138-0013-8000,13800138000",
        "0086 13800138000,13800138000",
        "8613800138000,13800138000",
        "'＋８６ １３８—0013—8000',13800138000",
        "138\u20110013\u22128000,13800138000",
        "+852 5123 4567,+85251234567",
        "86138001380,86138001380",
        "+8601088888888,+8601088888888"
    })
    void aMobileNumberIsReadInEveryFormThatPhonesFillIn(String typed, String meant) {
        assertThat(TypedCharacters.mobile(typed)).isEqualTo(meant);
    }
}
