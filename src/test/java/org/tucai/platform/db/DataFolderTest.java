package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path path;

    @Test
    void isUsedByOneProgramAtATime() throws IOException {
        DataFolder first = new DataFolder(path);

        assertThatThrownBy(() -> new DataFolder(path))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Another Tucai already runs on the data folder " + path)
                .hasMessageContaining("with --data or TUCAI_DATA_DIR");

        first.release();
        DataFolder second = new DataFolder(path);
        assertThat(second.path()).isEqualTo(path.toAbsolutePath());
        second.release();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isCreatedAccessibleToItsOwnerOnly() throws IOException {
        DataFolder made = new DataFolder(path.resolve("new").resolve("data"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.path())))
                .isEqualTo("rwx------");
        made.release();
    }

    @Test
    void refusesAFileAndSaysHowToChooseAFolder() throws IOException {
        Path file = Files.writeString(path.resolve("data"), "");

        assertThatThrownBy(() -> new DataFolder(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The data folder " + file + " cannot be used")
                .hasMessageContaining("with --data or TUCAI_DATA_DIR");
    }

    @Test
    void saysHowMuchStillFitsAndNotThatNothingDoesWhereThereIsNoFolder() throws IOException {
        assertThat(DataFolder.room(path)).isPositive();
        assertThatThrownBy(() -> DataFolder.room(path.resolve("gone"))).isInstanceOf(NoSuchFileException.class);
    }
}
