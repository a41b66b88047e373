package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.tucai.portrait.install.ModelFile;
import picocli.CommandLine;

class TucaiCommandTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private final StringWriter out = new StringWriter();

    private int tucai(Object... args) {
        CommandLine line = TucaiCommand.line();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        return line.execute(java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void namesTheMissingFileOfABenchInOneLine() {
        int exit = tucai("bench", "portraits", "--data", folder);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().endsWith("labels.csv: no such file or folder");
    }

    @Test
    void namesTheMissingModelsOfABenchInOneLine() throws IOException {
        Files.writeString(folder.resolve("labels.csv"), "file,source,faces\na/1.jpg,a,1\n");

        int exit = tucai("bench", "portraits", "--data", folder, "--models", folder);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("no complete set of models in");
    }

    @ParameterizedTest
    @CsvSource({"portraits,labels.csv", "soak-portraits,labels.csv", "codes,truth.csv"})
    void saysThatAListOfABenchIsEmpty(String bench, String list) throws IOException {
        Files.writeString(folder.resolve(list), "");

        int exit = tucai("bench", bench, "--data", folder);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith(list + " in " + folder);
    }

    /** Otherwise all files would be drawn, as if no folder had been given. */
    @Test
    void saysThatAFolderToFuzzFromHasNoSmallPicture() throws IOException {
        Files.write(folder.resolve("large.jpg"), new byte[40_000]);

        int exit = tucai("bench", "fuzz-codes", "--data", folder, "--cases", 1);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("No JPEG")
                .contains(folder.toString());
    }

    @Test
    void saysWhatIsWrongInAFewLinesAndWhereToReadMore() {
        int exit = tucai("check");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(4)
                .startsWith("Missing required parameter: 'PHOTO'")
                .endsWith("tucai check --help explains them.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --port abc | Invalid value for option '--port': 'abc' is not a whole number",
                "serve --port 99999999999 | Invalid value for option '--port': '99999999999' is out of range",
                "bench draw-codes --seed x | Invalid value for option '--seed': 'x' is not a whole number",
                "bench codes --limit fast | Invalid value for option '--limit': 'fast' is not a number",
            })
    void saysInWordsThatAnOptionIsNotANumber(String typed, String words) {
        int exit = tucai((Object[]) typed.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).first().isEqualTo(words);
    }

    @Test
    void listsTheCommandsWhereNoneIsNamed() {
        int exit = tucai("bench");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("Missing required subcommand").contains("soak-portraits");
    }

    /** It would do nothing and report success. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fuzz-codes --cases",
                "fuzz-portraits --cases",
                "soak-portraits --data . --threads",
                "soak-portraits --data . --count",
                "start --runs",
                "draw-codes --out . --pictures"
            })
    void refusesABenchOfZeroRuns(String bench) {
        String option = bench.substring(bench.lastIndexOf(' ') + 1);

        int exit = tucai((Object[]) ("bench " + bench + " 0").split(" ", -1));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith(option + " must be 1 or more, not 0");
    }

    @ParameterizedTest
    @CsvSource({
        "--duration,61,1 to 60",
        "--duration,0,1 to 60",
        "--connections,513,1 to 512",
        "--connections,0,1 to 512",
        "--captures,99,100 or more"
    })
    void namesTheAllowedRangeOfEachOptionOfTheLoadTest(String option, String number, String allowed) {
        int exit = tucai("bench", "http", option, number);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(option + " must be " + allowed + ", not " + number + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0001", "NaN", "Infinity"})
    void refusesAnImpossibleTimeLimitForOtherReaders(String limit) {
        int exit = tucai("bench", "codes", "--data", folder, "--limit", limit);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("--limit must be 0.001 to 3600 seconds, not ");
    }

    /** Otherwise the table would stay empty, as if all had gone well. */
    @Test
    void listsTheKnownDefectsWhenNoneMatchesTheGivenName() {
        int exit = tucai("bench", "portraits", "--data", folder, "--made", "zzz");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("--made must be part of one of these names, not 'zzz': blur 2.5 px; blur 4 px; ")
                .contains("; mask over mouth and nose; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--only-speed --only-labelled", "--only-speed --made blur", "--only-labelled --made blur"})
    void refusesMutuallyExclusiveOnlyOptions(String both) {
        int exit = tucai((Object[]) ("bench portraits --data . " + both).split(" ", -1));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).first().asString().contains("mutually exclusive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--version", "serve -V", "demo --version", "bench -V", "bench http --version", "models status -V"
            })
    void everyCommandSaysItsVersion(String command) {
        int exit = tucai((Object[]) command.split(" ", -1));

        assertThat(exit).isZero();
        assertThat(out.toString().strip()).isEqualTo("tucai 0.1.0");
    }

    /** It would put the load on a server of its own instead of the intended one. */
    @ParameterizedTest
    @ValueSource(strings = {"--password secret", "--anywhere"})
    void refusesOptionsForARunningServerWithoutItsUrl(String option) {
        int exit = tucai((Object[]) ("bench http " + option).split(" ", -1));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("--password and --anywhere are for a running server: name it with --url.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:8080", "http://127.0.0.1", "localhost:8080", "http://192.0.2.1:8080"})
    void refusesToLoadAServerThatIsNotReachedByPlainHttpOnThisMachine(String url) {
        int exit = tucai("bench", "http", "--url", url, "--password", "any");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("--url must be http://HOST:PORT of this machine");
    }

    /** As on a full disk, or with a pipe whose reader is gone. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "bench codes --help", "models", "models status"})
    void everyCommandFailsWhenItsOutputCannotBeWritten(String command) {
        CommandLine line = TucaiCommand.line();
        line.setOut(new PrintWriter(new FullDisk())).setErr(new PrintWriter(err, true));

        int exit = line.execute(command.split(" ", -1));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("The output cannot be written; the rest is left out.");
    }

    @ParameterizedTest
    @CsvSource({"check --bogus,--bogus", "read-code --jsn,--jsn", "new-password --dta,--dta"})
    void namesAnUnknownOptionBeforeAMissingArgument(String command, String option) {
        int exit = tucai((Object[]) command.split(" ", -1));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("Unknown option: '" + option + "'");
    }

    @Test
    void namesAMissingArgumentWhenEveryOptionIsKnown() {
        assertThat(tucai("check", "--json")).isEqualTo(2);
        assertThat(err.toString()).startsWith("Missing required parameter: 'PHOTO'");
    }

    @Test
    void namesTheServerThatDoesNotAnswerTheLoadTest() {
        int exit = tucai("bench", "http", "--url", "http://127.0.0.1:1", "--password", "any", "--captures", "100");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("no server answers at http://127.0.0.1:1");
    }

    @Test
    void saysThatTheHostOfTheModelsDoesNotAnswer() {
        int exit = tucai("models", "install", "--to", folder, "--host", "http://127.0.0.1:1/");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("not installed: no answer from the server")
                .contains("if this machine cannot reach http://127.0.0.1:1/");
    }

    @Test
    void namesTheTakenPortOfTheSandboxAuthorityInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exit = tucai("sandbox-authority", "--port", taken.getLocalPort());

            assertThat(exit).isEqualTo(1);
            assertThat(err.toString().lines())
                    .containsExactly("The sandbox authority cannot listen on port " + taken.getLocalPort()
                            + ": another program is using it; choose another with --port (0 = any free one).");
        }
    }

    /** Not half a minute later, when the database has been prepared. */
    @Test
    void namesTheTakenPortOfTheDemoBeforeItPreparesAnything() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int exit = tucai("demo", "--port", taken.getLocalPort(), "--data", folder.resolve("data"));

            assertThat(exit).isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("The server cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": another program is using it");
            assertThat(out.toString()).isEmpty();
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @ParameterizedTest
    @Timeout(60) // otherwise it runs until it is stopped
    @CsvSource({"--port,70000", "--port,-1", "--conclude-after,-5", "--return-every,-2"})
    void refusesImpossibleNumbersForTheSandboxAuthority(String option, String number) {
        int exit = tucai("sandbox-authority", option, number);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith(option + " must be 0 ").contains(", not " + number);
    }

    @Test
    void refusesAFolderAsThePhotoOfTheDemo() {
        int exit = tucai("demo", "--photo", folder, "--data", folder.resolve("data"));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("There is no picture " + folder + ".");
    }

    /** Otherwise lines of the log would appear in the middle of a step. */
    @Test
    void logsOnlyWarningsDuringTheDemo() {
        Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = all.getLevel();
        all.setLevel(Level.INFO);
        try {
            tucai("demo", "--photo", folder);

            assertThat(LoggerFactory.getLogger("org.tucai.capture").isInfoEnabled())
                    .isFalse();
            assertThat(LoggerFactory.getLogger("org.tucai.capture").isWarnEnabled())
                    .isTrue();
        } finally {
            all.setLevel(before);
        }
    }

    @Test
    void refusesAFileThatIsNotAPictureAsThePhotoOfTheDemo() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.jpg"), "Dear student");

        int exit = tucai("demo", "--photo", letter, "--data", folder.resolve("data"));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        letter + ": not readable: not a supported picture format (JPEG, PNG, WebP, GIF or BMP)");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void reportsModelsOfTheRightSizeButWrongContentAsDamaged() throws IOException {
        for (ModelFile file : ModelFile.values()) {
            Files.write(folder.resolve(file.fileName()), new byte[(int) file.bytes()]);
        }

        assertThat(ModelsCommand.trouble(folder))
                .startsWith("damaged: face_detection_yunet.onnx, ")
                .endsWith("run tucai models install --to " + folder);
        assertThat(ModelsCommand.trouble(null)).startsWith("mode: reduced");
    }

    @Test
    void saysWhatANativeLibraryNeedsWhereItCannotBeLoaded() {
        LinkageError e = new UnsatisfiedLinkError("no jniopencv_core in java.library.path");
        e.initCause(new UnsatisfiedLinkError("/tmp/libjniopencv_core.so: failed to map segment"));

        assertThat(TucaiCommand.withoutNatives(e))
                .contains("/tmp/libjniopencv_core.so: failed to map segment", "glibc", "noexec");
    }

    @Test
    void hidesNoOtherErrorBehindThat() {
        LinkageError e = new NoClassDefFoundError("org/tucai/Nothing");

        assertThatThrownBy(() -> TucaiCommand.withoutNatives(e)).isSameAs(e);
    }
}
