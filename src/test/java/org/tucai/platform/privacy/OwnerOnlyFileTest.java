package org.tucai.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class OwnerOnlyFileTest {
    @TempDir
    private Path data;

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        Path file = data.resolve("keys").resolve("tucai.keys");

        new OwnerOnlyFile().write(file, "secret");

        assertThat(file).hasContent("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void isForcedToDiskBeforeItIsNamedAndItsFoldersAfterwards() throws IOException {
        Path file = data.resolve("keys").resolve("tucai.keys");
        List<Path> forcedBefore = new ArrayList<>();
        List<Path> forcedWithTheName = new ArrayList<>();

        new OwnerOnlyFile() {
            @Override
            void force(Path path, StandardOpenOption how) throws IOException {
                super.force(path, how);
                (Files.exists(file) ? forcedWithTheName : forcedBefore).add(path);
            }
        }.write(file, "secret");

        assertThat(forcedBefore).containsExactly(file.resolveSibling("tucai.keys.new"));
        assertThat(forcedWithTheName).containsExactly(file.getParent(), data);
    }
}
