package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "*", "\"6\", \"7\"", "\"6\",W/\"7\""})
    void everyValidSpellingOfTheCurrentVersionMatches(String ifMatch) {
        assertThatCode(() -> Etag.requireMatch(ifMatch, 7)).doesNotThrowAnyException();
        assertThat(Etag.isKnown(ifMatch, Etag.of(7))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"77\"", "W/7", "\"6\", \"8\"", ",", "\"7", "W/*"})
    void anyOtherIfMatchIsRefused(String ifMatch) {
        assertThatThrownBy(() -> Etag.requireMatch(ifMatch, 7)).hasMessage("precondition-failed");
        assertThat(Etag.isKnown(ifMatch, Etag.of(7))).isFalse();
    }

    @Test
    void aMissingIfMatchIsAskedFor() {
        assertThatThrownBy(() -> Etag.requireMatch(null, 7)).hasMessage("precondition-required");
        assertThatThrownBy(() -> Etag.requireMatch(" ", 7)).hasMessage("precondition-required");
        assertThat(Etag.isKnown(null, Etag.of(7))).isFalse();
    }
}
