package org.tucai.portrait.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelInstallerTest {
    @TempDir
    Path folder;

    @Test
    void refusesAFileThatIsNotTheOneWantedAndLeavesNothingBehind() throws IOException {
        Path from = Files.createDirectory(folder.resolve("from"));
        Path to = folder.resolve("to");
        Files.write(from.resolve(ModelFile.FACES.fileName()), new byte[(int) ModelFile.FACES.bytes()]);

        assertThatThrownBy(() -> new ModelInstaller(to, (file, done) -> {}).copyFrom(from))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SHA-256");
        try (var left = Files.list(to)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void findsNoCompleteSetInAnEmptyFolder() {
        assertThatThrownBy(() -> ModelFolder.require(folder)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pinsEveryFileByDigestAndCommit() {
        for (ModelFile file : ModelFile.values()) {
            assertThat(file.sha256()).matches("[0-9a-f]{64}");
            assertThat(file.path()).matches("[^/]+/[^/]+/[0-9a-f]{40}/.+");
        }
    }
}
