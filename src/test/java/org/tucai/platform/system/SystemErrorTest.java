package org.tucai.platform.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** What the system says is known in whatever language it says it. */
class SystemErrorTest {
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void theSystemsOwnWordsAreKnown() {
        assumeThat(FULL).exists();

        IOException refused = refused();

        assertThat(SystemError.NO_SPACE.words()).isEqualTo(refused.getMessage());
        assertThat(SystemError.NO_SPACE.isReasonOf(refused)).isTrue();
        assertThat(SystemError.NO_PERMISSION.isReasonOf(refused)).isFalse();
    }

    @Test
    void theEnglishOnesAreKnownEverywhere() {
        assertThat(SystemError.NO_SPACE.isReasonOf(new IOException("a.jpg: No space left on device")))
                .isTrue();
        assertThat(SystemError.QUOTA.isReasonOf(new IOException("Disk quota exceeded")))
                .isTrue();
        assertThat(SystemError.NO_SPACE.isReasonOf(new IOException((String) null)))
                .isFalse();
    }

    /** On a machine without that language the child answers in English, and is understood all the same. */
    @Test
    void theyAreKnownToAProgramThatSpeaksChinese() throws IOException, InterruptedException {
        assumeThat(FULL).exists();
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SystemErrorTest.class.getName());
        child.environment().put("LC_ALL", "zh_CN.UTF-8");

        Process speaking = child.redirectErrorStream(true).start();

        assertThat(new String(speaking.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith("true" + System.lineSeparator());
        assertThat(speaking.waitFor()).isZero();
    }

    /** Says whether the words of a full disk are known to this program. */
    public static void main(String[] args) {
        IOException refused = refused();
        System.out.println(refused.getMessage() + ": " + SystemError.NO_SPACE.isReasonOf(refused));
    }

    private static IOException refused() {
        try {
            Files.write(FULL, new byte[1], StandardOpenOption.WRITE);
            throw new IllegalStateException("there is room");
        } catch (IOException e) {
            return e;
        }
    }
}
