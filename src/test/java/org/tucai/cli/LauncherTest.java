package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code ./tucai}, with a fake JDK that only prints its arguments. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    /** The end of a zip file, which in an empty one is all. */
    private static final String EMPTY_JAR = "PK\005\006" + "\0".repeat(18);

    @TempDir
    private Path folder;

    @Test
    void usesTheStartCacheInAFolderWithABlankInItsName() throws IOException, InterruptedException {
        Path home = folder.resolve("my tucai");
        ProcessBuilder launcher = launcher(home, "serve", "--data", "my data");
        launcher.environment().put("TUCAI_JAVA_OPTS", "-Xmx1g -Xss2m");

        assertThat(said(launcher).lines())
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

    /** As service managers start system services. */
    @Test
    void startsWithoutAHomeFolder() throws IOException, InterruptedException {
        ProcessBuilder launcher = launcher(folder.resolve("tucai"), "serve");
        launcher.environment().remove("HOME");

        assertThat(said(launcher).lines()).endsWith("serve");
    }

    /** As ssh forwards it from the machine at the other end. */
    @Test
    void usesUtf8WhenTheRequestedLocaleIsNotInstalled() throws IOException, InterruptedException {
        ProcessBuilder launcher = launcher(folder.resolve("tucai"), "check");
        executable(folder.resolve("jdk/bin/java"), "#!/bin/sh\nlocale charmap\n");
        launcher.environment().remove("LC_CTYPE");
        launcher.environment().put("LC_ALL", "xx_XX.UTF-8");

        assertThat(said(launcher).strip()).isEqualTo("UTF-8");
    }

    /** Maven's log where warnings count as errors: its only error says just that. */
    @Test
    void aBuildThatFailsSaysWhatTheCompilerFound() throws IOException, InterruptedException {
        ProcessBuilder launcher = launcher(folder.resolve("tucai"), "serve");
        Files.delete(folder.resolve("tucai/target/tucai.jar"));
        executable(folder.resolve("tucai/mvnw"), """
                #!/bin/sh
                echo '[INFO] Compiling 900 source files'
                echo '[WARNING] /tucai/src/main/java/org/tucai/Order.java:[12,5] [rawtypes] found raw type: List'
                echo '[ERROR] warnings found and -Werror specified'
                echo '[ERROR] warnings found and -Werror specified'
                echo '[WARNING] of Maven itself'
                exit 1
                """);

        Process started = launcher.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(started.waitFor()).isEqualTo(4);
        assertThat(said.lines())
                .endsWith(
                        "[WARNING] /tucai/src/main/java/org/tucai/Order.java:[12,5] [rawtypes] found raw type: List",
                        "[ERROR] warnings found and -Werror specified",
                        "The build failed; the full log is " + folder.resolve("tucai/target/build.log") + ".");
    }

    /** An exported CDPATH makes cd print where it went, and search other folders first. */
    @Test
    void findsItsFolderWhateverCdpathSays() throws IOException, InterruptedException {
        ProcessBuilder launcher = launcher(folder.resolve("tucai"), "check");
        executable(folder.resolve("elsewhere/tucai/tucai"), "#!/bin/sh\n");
        launcher.command("tucai/tucai", "check").directory(folder.toFile());
        launcher.environment().put("CDPATH", folder.resolve("elsewhere") + ":" + folder);

        assertThat(said(launcher).lines())
                .endsWith("-jar", folder.resolve("tucai/target/tucai.jar").toString(), "check");
    }

    /** Otherwise every start from then on would say that the jar is corrupt. */
    @Test
    void buildsAgainWhereTheJarWasBeingWrittenWhenTheBuildWasEnded() throws IOException, InterruptedException {
        Path home = folder.resolve("tucai");
        ProcessBuilder launcher = launcher(home, "check");
        write(home.resolve("target/tucai.jar"), "PK\003\004 and no end", BUILT);
        executable(home.resolve("mvnw"), """
                #!/bin/sh
                [ ! -e target/tucai.jar ] || exit 1
                cp ../whole.jar target/tucai.jar
                """);
        write(folder.resolve("whole.jar"), EMPTY_JAR, BUILT);

        assertThat(said(launcher).lines())
                .startsWith("Building Tucai; the first build downloads about 300 MB.")
                .endsWith("check");
        assertThat(home.resolve("target/tucai.jar")).hasContent(EMPTY_JAR);
    }

    /** The launcher of a built tree, with a JDK that prints each of its arguments. */
    private ProcessBuilder launcher(Path home, String... arguments) throws IOException {
        write(home.resolve("pom.xml"), "", BUILT.minusSeconds(1));
        Files.createDirectories(home.resolve("src"));
        write(home.resolve("src/main"), "", BUILT.minusSeconds(1));
        write(home.resolve("target/tucai.jar"), EMPTY_JAR, BUILT);
        write(home.resolve("target/tucai.aot"), "", BUILT.plusSeconds(1));
        Path jdk = folder.resolve("jdk");
        write(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n", BUILT);
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(jdk.resolve("bin/java"), "#!/bin/sh\nfor word; do echo \"$word\"; done\n");
        executable(home.resolve("tucai"), Files.readString(Path.of("tucai")));

        List<String> command = new ArrayList<>(List.of(home.resolve("tucai").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
        launcher.environment().put("JAVA_HOME", jdk.toString());
        return launcher;
    }

    private static String said(ProcessBuilder launcher) throws IOException, InterruptedException {
        Process started = launcher.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(said).isZero();
        return said;
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
