package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void jsonIsEscapedWhereTheOutputIsNotUtf8() {
        String line = "{\"file\":\"照片 😀.jpg\",\"limit\":\"≥ 60\"}";

        assertThat(Terminal.json(line, StandardCharsets.UTF_8)).isEqualTo(line);
        assertThat(Terminal.json(line, Charset.forName("GBK")))
                .isEqualTo("{\"file\":\"\\u7167\\u7247 \\ud83d\\ude00.jpg\",\"limit\":\"\\u2265 60\"}");
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(Terminal.visible("a\u001b[2J\n\u202eb照")).isEqualTo("a\\u001b[2J\\u000a\\u202eb照");
    }

    @Test
    void coloursAreLeftOutOnADumbTerminalAndWhereNobodyWantsThem() {
        assertThat(Terminal.takesColours(Map.of("TERM", "xterm"))).isTrue();
        assertThat(Terminal.takesColours(Map.of("TERM", "xterm", "NO_COLOR", "")))
                .isTrue();
        assertThat(Terminal.takesColours(Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isFalse();
        assertThat(Terminal.takesColours(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.takesColours(Map.of())).isTrue();
    }
}
