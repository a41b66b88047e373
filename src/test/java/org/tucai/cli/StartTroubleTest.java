package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.server.exceptions.ServerStartupException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.platform.db.StartRefused;
import picocli.CommandLine;

/** An operator's mistakes are reported in one sentence each. */
class StartTroubleTest {
    private static final String CONFIG_FILES = "micronaut.config.files";

    @TempDir
    Path folder;

    @AfterEach
    void forgetTheSettingsFile() {
        System.clearProperty(CONFIG_FILES);
    }

    @Test
    void aRefusedStartIsReportedInItsOwnWords() {
        assertThat(StartTrouble.in(new IllegalStateException(new StartRefused("Stop it first."))))
                .isEqualTo("Stop it first.");
    }

    @Test
    void aHeapThatIsTooSmallToStartIsNamed() {
        assertThat(StartTrouble.in(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
                .isEqualTo("The JVM's memory is not enough to start (Java heap space): give it more, for example"
                        + " TUCAI_JAVA_OPTS=-Xmx256m.");
    }

    @Test
    void aSettingsFileThatIsMissingIsNamed() {
        assertThat(serve("--config", folder.resolve("none.yml").toString()))
                .isEqualTo("There is no settings file " + folder.resolve("none.yml") + ".");
    }

    @Test
    void aSettingsFileThatIsNotYamlIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yml"), "tucai:\n  review: [\n");

        assertThat(serve("--config", file.toString())).startsWith("The settings file is not YAML in line ");
    }

    /** As an editor on Windows saves Chinese text. */
    @Test
    void aSettingsFileInAnotherEncodingIsNamed() throws IOException {
        Path file = Files.write(
                folder.resolve("own.yml"), "# 设置\ntucai.sandbox: true\n".getBytes(Charset.forName("GB18030")));

        assertThat(serve("--config", file.toString()))
                .isEqualTo("The settings file is not in UTF-8: save it as UTF-8.");
    }

    @Test
    void aSettingsFileWithAControlCharacterIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yml"), "tucai.sandbox: \0true\n");

        assertThat(serve("--config", file.toString()))
                .startsWith("The settings file is not YAML: it contains a character");
    }

    @Test
    void aSettingThatRefersToAnUndefinedVariableIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yml"), "tucai.data-dir: ${NO_SUCH_VARIABLE}/data\n");

        assertThat(serve("--config", file.toString()))
                .isEqualTo("A setting refers to ${NO_SUCH_VARIABLE}, which has no value in the environment.");
    }

    /** Without the blank after the colon it is plain text, which is valid YAML too. */
    @Test
    void aSettingsFileThatSetsNothingIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yml"), "# mine\ntucai.sandbox:true\n");

        assertThat(serve("--config", file.toString(), "--data", folder.toString()))
                .isEqualTo("The settings file " + file
                        + " contains no settings; write each as NAME: VALUE, with a space after the colon.");
        assertThat(run(new NewPasswordCommand(), "manager", "--config", file.toString()))
                .contains(" contains no settings; ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tucai.sandbox: true;tucai.data-dir: d;tucai.sandbox: false | tucai.sandbox | 1 | 3",
                "tucai:;  jobs:;    threads: 2;  jobs:;    polling: 1s | tucai.jobs | 2 | 4",
                "tucai.jobs.codeTries: 2;tucai:;  jobs:;    code-tries: 3 | tucai.jobs.code-tries | 1 | 4",
                "tucai.sandbox: true;---;tucai.sandbox: false | tucai.sandbox | 1 | 3"
            })
    void aDuplicateSettingIsNamedWithItsLines(String text, String name, int first, int second) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yml"), text.replace(';', '\n'));

        assertThat(run(new NewPasswordCommand(), "manager", "--config", file.toString(), "--data", folder.toString()))
                .isEqualTo("The settings file " + file + " sets " + name + " twice, on lines " + first + " and "
                        + second + "; remove one of them.");
    }

    /** Two groups that the framework merges, and an anchor that is reused. */
    @Test
    void mergedGroupsAndReusedAnchorsAreNotMistakenForDuplicates() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yml"), """
                own: &part {a: 1, b: 2}
                tucai.jobs: {threads: 2}
                tucai: {jobs: {polling: 1s}}
                other:
                  <<: *part
                  a: 2
                list: [{a: 1}, {a: 2}]
                """);

        assertThat(run(new NewPasswordCommand(), "manager", "--config", file.toString(), "--data", folder.toString()))
                .startsWith("There is no server data in ");
    }

    @Test
    void aSettingsFileWithEverythingCommentedOutIsAccepted() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yml"), "# mine\n\n# tucai.sandbox: true\n");

        assertThat(run(new NewPasswordCommand(), "manager", "--config", file.toString(), "--data", folder.toString()))
                .startsWith("There is no server data in ");
    }

    @Test
    void aSettingsFileWithoutAYamlNameIsRefusedWithTheNameItNeeds() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.txt"), "tucai:\n  sandbox: true\n");

        assertThat(serve("--config", file.toString()))
                .isEqualTo("The settings file must be YAML, with a name that ends in .yml.");
    }

    @Test
    void aFolderIsRefusedAsASettingsFile() throws IOException {
        Path there = Files.createDirectory(folder.resolve("settings.yml"));

        assertThat(serve("--config", there.toString())).startsWith("The settings file " + there + " cannot be read");
    }

    @Test
    @Timeout(60) // otherwise it runs until it is stopped
    void aWrongSettingIsNamedBeforeAnythingIsOpened() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yml"), "tucai.review.working-days: -3\n");
        Path data = folder.resolve("data");

        assertThat(serve("--config", file.toString(), "--data", data.toString()))
                .isEqualTo("The setting tucai.review.working-days is '-3'; it must be a whole number from 1 to 250.");
        assertThat(data).doesNotExist();
    }

    @Test
    void aSecondProgramOnAFolderIsRefusedBeforeItTouchesTheDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yml"), "tucai.db.url: jdbc:mysql://127.0.0.1:1/tucai\n");
        try (FileChannel lock =
                FileChannel.open(folder.resolve("tucai.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();

            assertThat(serve("--config", file.toString(), "--data", folder.toString()))
                    .startsWith("Another Tucai already runs on the data folder " + folder);
        }
    }

    @Test
    void aNewPasswordIsRefusedWhereNoServerHasKeptData() {
        Path mistyped = folder.resolve("dta");

        assertThat(run(new NewPasswordCommand(), "manager", "--data", mistyped.toString()))
                .startsWith("There is no server data in " + mistyped + "; name the server's folder with --data");
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void aTakenPortIsNamedWithWhatToDo() {
        ServerStartupException taken = new ServerStartupException(
                "Unable to start Micronaut server on 127.0.0.1:8080", new BindException("Address already in use"));

        assertThat(StartTrouble.in(taken))
                .startsWith("The server cannot listen on 127.0.0.1:8080: another program is using it")
                .contains("TUCAI_PORT");
    }

    @Test
    void aTakenPortIsReportedBeforeTheDatabaseStarts() throws IOException {
        Path data = folder.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThat(serve("--port", String.valueOf(port), "--data", data.toString()))
                    .startsWith("The server cannot listen on 127.0.0.1:" + port + ": another program is using it");
            assertThat(data).doesNotExist();
        }
    }

    /** An address reserved for documentation (RFC 5737) belongs to no machine. */
    @Test
    void anAddressOfAnotherMachineIsReportedBeforeTheDatabaseStarts() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yml"), "micronaut.server.host: 192.0.2.1\n");
        Path data = folder.resolve("data");

        assertThat(serve("--config", file.toString(), "--port", "0", "--data", data.toString()))
                .startsWith(
                        "The server cannot listen on 192.0.2.1:0: another program is using it, or the address is not");
        assertThat(data).doesNotExist();
    }

    @Test
    void aPortThatRequiresPrivilegesIsNamed() {
        ServerStartupException denied = new ServerStartupException(
                "Unable to start Micronaut server on 127.0.0.1:80", new BindException("Permission denied"));

        assertThat(StartTrouble.in(denied))
                .startsWith("The server cannot listen on 127.0.0.1:80: its user lacks permission (ports below 1024");
    }

    @Test
    void anUnforeseenFailureIsLeftToItsStackTrace() {
        assertThat(StartTrouble.in(new IllegalStateException("a bug"))).isNull();
    }

    private static String serve(String... arguments) {
        return run(new ServeCommand(), arguments);
    }

    private static String run(Object command, String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(command).setErr(new PrintWriter(err, true));
        assertThat(line.execute(arguments)).isEqualTo(1);
        return err.toString().strip();
    }
}
