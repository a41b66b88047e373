package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code ./tucai}, with a JDK that only says what it was called with. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void takesTheStartCacheOfAFolderWithABlankInItsName() throws IOException, InterruptedException {
        Path home = folder.resolve("my tucai");
        write(home.resolve("pom.xml"), "", BUILT.minusSeconds(1));
        Files.createDirectories(home.resolve("src"));
        write(home.resolve("src/main"), "", BUILT.minusSeconds(1));
        write(home.resolve("target/tucai.jar"), "", BUILT);
        write(home.resolve("target/tucai.aot"), "", BUILT.plusSeconds(1));
        Path jdk = folder.resolve("jdk");
        write(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n", BUILT);
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(jdk.resolve("bin/java"), "#!/bin/sh\nfor word; do echo \"$word\"; done\n");
        executable(home.resolve("tucai"), Files.readString(Path.of("tucai")));

        ProcessBuilder launcher = new ProcessBuilder(home.resolve("tucai").toString(), "serve", "--data", "my data");
        launcher.environment().put("JAVA_HOME", jdk.toString());
        launcher.environment().put("TUCAI_JAVA_OPTS", "-Xmx1g -Xss2m");
        Process started = launcher.redirectErrorStream(true).start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(started.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .contains("-XX:AOTCache=" + home.resolve("target/tucai.aot"))
                .endsWith(
                        "-Xmx1g",
                        "-Xss2m",
                        "-jar",
                        home.resolve("target/tucai.jar").toString(),
                        "serve",
                        "--data",
                        "my data");
    }

    private static void write(Path file, String content, Instant at) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private static void executable(Path file, String content) throws IOException {
        write(file, content, BUILT);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
