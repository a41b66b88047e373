package org.tucai.portrait.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where models are looked for. */
class ModelFolderTest {
    @TempDir
    Path folder;

    /** The server refuses it too; models from another folder could judge photos differently from the server. */
    @Test
    void aNamedFolderWithoutModelsIsRefusedWithoutTryingAnother() {
        assertThatThrownBy(() -> ModelFolder.find(folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no complete set of models in " + folder);
        assertThat(ModelFolder.candidates(folder.toString())).containsExactly(folder);
    }

    @Test
    void aNamedFolderWithEveryModelIsUsed() throws IOException {
        for (ModelFile file : ModelFile.values()) {
            Files.write(folder.resolve(file.fileName()), new byte[(int) file.bytes()]);
        }

        assertThat(ModelFolder.find(folder.toString())).isEqualTo(folder);
    }

    /** As after a copy that broke off. */
    @Test
    void aFolderWithAModelThatIsTooShortIsRefused() throws IOException {
        for (ModelFile file : ModelFile.values()) {
            int missing = file == ModelFile.GLASSES ? 1 : 0;
            Files.write(folder.resolve(file.fileName()), new byte[(int) file.bytes() - missing]);
        }

        assertThatThrownBy(() -> ModelFolder.require(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no complete set of models in " + folder);
    }

    @Test
    void withoutANameTheWorkingDirectoryComesBeforeTheCache() {
        assertThat(ModelFolder.candidates(null)).hasSize(2).first().isEqualTo(Path.of("models"));
    }
}
