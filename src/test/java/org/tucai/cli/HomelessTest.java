package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where native libraries are unpacked. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HomelessTest {
    private static final String UNPACKED = "org.bytedeco.javacpp.cachedir";

    @TempDir
    private Path temporary;

    @Test
    void nothingChangesForAUserWithAHome() {
        Properties system = settled(temporary.toString());

        assertThat(system).doesNotContainKey(UNPACKED).containsEntry("user.home", temporary.toString());
    }

    @Test
    void withoutAHomeTheyGoToAFolderThatNobodyElseMayEnter() throws IOException {
        String home = temporary.resolve("none").toString();
        Properties system = settled(home);

        Path folder = Path.of(system.getProperty(UNPACKED)).getParent();
        assertThat(folder.getParent()).isEqualTo(temporary);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(system).containsEntry("user.home", home);
        assertThat(settled(home)).containsEntry(UNPACKED, system.getProperty(UNPACKED));
    }

    @Test
    void aUserWithoutANameLivesThere() {
        Properties system = settled("?");

        assertThat(Path.of(system.getProperty(UNPACKED))).hasParentRaw(Path.of(system.getProperty("user.home")));
        assertThat(system.getProperty("user.home")).doesNotContain("?");
    }

    @Test
    void aFolderToWhichOthersMayWriteIsNotTaken() throws IOException {
        Path prepared = Path.of(settled("?").getProperty("user.home"));
        Files.setPosixFilePermissions(prepared, PosixFilePermissions.fromString("rwxrwxrwx"));

        Path taken = Path.of(settled("?").getProperty("user.home"));

        assertThat(taken).isNotEqualTo(prepared).isDirectory().hasParent(temporary);
    }

    @Test
    void aLinkIsNotTakenForTheFolder() throws IOException {
        Path folder = Path.of(settled("?").getProperty("user.home"));
        Files.delete(folder);
        Files.createSymbolicLink(folder, Files.createDirectory(temporary.resolve("elsewhere")));

        assertThat(settled("?").getProperty("user.home")).isNotEqualTo(folder.toString());
    }

    @Test
    void theFolderThatWasAskedForStays() {
        Properties system = system("?");
        system.setProperty(UNPACKED, "here");

        Homeless.settle(system);

        assertThat(system).containsEntry(UNPACKED, "here");
    }

    private Properties settled(String home) {
        Properties system = system(home);
        Homeless.settle(system);
        return system;
    }

    private Properties system(String home) {
        Properties system = new Properties();
        system.setProperty("user.home", home);
        system.setProperty("java.io.tmpdir", temporary.toString());
        return system;
    }
}
