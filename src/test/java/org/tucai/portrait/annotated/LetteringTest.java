package org.tucai.portrait.annotated;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LetteringTest {
    @Test
    void whereJavaCannotDrawTextTheMessageSaysWhatToInstall() {
        InputStream unread = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Problem reading font data.");
            }
        };

        assertThatThrownBy(() -> Lettering.read(unread))
                .isInstanceOf(NoFontLibrary.class)
                .hasMessageContaining("apt install fontconfig");
    }
}
