package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

class CursorTest {
    private static final Instant AT = Instant.parse("2026-04-20T02:00:00.123456Z");

    @Test
    void decodesToWhatWasEncoded() {
        for (Cursor cursor : new Cursor[] {new Cursor(AT, "cap_1|2"), Cursor.START, Cursor.END}) {
            assertThat(Cursor.decode(cursor.encode(), new Cursor(AT, "other"))).isEqualTo(cursor);
        }
    }

    @Test
    void aListStartsAtItsDefaultPlaceWithoutACursor() {
        assertThat(Cursor.decode(null, Cursor.END)).isEqualTo(Cursor.END);
        assertThat(Cursor.decode("", Cursor.START)).isEqualTo(Cursor.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday|cap_1",
                "2026-04-20T02:00:00Z",
                "1969-12-31T23:59:59.999999Z|cap_1",
                "9999-01-01T00:00:00.000001Z|cap_1",
                "2026-04-20T02:00:00Z|cap 1",
                "2026-04-20T02:00:00Z|采集",
                "2026-04-20T02:00:00Z|\u007F"
            })
    void aCursorThatNoListCouldHaveIssuedIsRefused(String place) {
        refuses(Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void malformedOrOverlongTextIsRefused() {
        refuses("*");
        refuses(new Cursor(AT, "1".repeat(130)).encode()); // longer than any number
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> Cursor.decode(text, Cursor.START))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(PlatformProblem.INVALID_FIELDS));
    }
}
