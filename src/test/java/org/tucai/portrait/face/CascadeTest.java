package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

class CascadeTest {
    /** OpenCV's windows need GTK 2, which a server has not; no face finder needs them. */
    @Test
    void needsNoWindows() {
        new Cascade("lbpcascades/lbpcascade_frontalface_improved.xml").close();

        assertThat(Loader.getLoadedLibraries())
                .containsKey("jniopencv_objdetect")
                .doesNotContainKey("jniopencv_highgui");
    }
}
