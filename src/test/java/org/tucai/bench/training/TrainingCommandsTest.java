package org.tucai.bench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.portrait.SoakPortraits;
import org.tucai.portrait.classifier.TraitVector;
import org.tucai.portrait.drawn.DrawnPortrait;
import picocli.CommandLine;

/** On a folder with a picture that is cut short. Runs in whatever mode this machine supports. */
class TrainingCommandsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aFolderWithAGoodAndADamagedPicture() throws IOException {
        byte[] jpeg = DrawnPortrait.jpeg(1);
        Files.write(folder.resolve("good.jpg"), jpeg);
        Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2));
        Files.write(folder.resolve("labels.csv"), List.of("file,source,faces", "good.jpg,unit,1", "cut.jpg,unit,1"));
    }

    private int run(Object command, Object... args) {
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((e, thrower, parsed) -> {
            thrower.getErr().println(e.getMessage());
            return 1;
        });
        Stream<Object> all = Stream.concat(Stream.of("--data", folder), Stream.of(args));
        return line.execute(all.map(Object::toString).toArray(String[]::new));
    }

    @Test
    void nameThePictureTheyLeaveOut() {
        run(new SoakPortraits(), "--count", 1);
        run(new CloseupsCommand(), "--out", folder.resolve("cuts"));
        run(new TrainCoverCommand(), "--source", "unit", "--out", folder.resolve("cover.bin"));

        assertThat(out.toString()
                        .split("1 of 2 listed pictures are left out: cut.jpg \\(not readable: truncated\\)", -1))
                .hasSize(4);
        assertThat(err.toString()).doesNotContain("TRUNCATED");
    }

    @Test
    void refuseASourceThatNoPictureIsOf() {
        int exit = run(new TrainCoverCommand(), "--source", "none", "--out", folder.resolve("cover.bin"));

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("No picture in " + folder + " is of the source none");
        assertThat(folder.resolve("cover.bin")).doesNotExist();
    }

    @Test
    void refuseKeptRowsOfPicturesThatAreNotListed() throws IOException {
        Path kept = folder.resolve("rows.bin");
        ExampleFile.write(
                kept, List.of(new Example("other.jpg", Example.ORIGINAL, new float[TraitVector.LENGTH], Map.of())));

        int exit = run(new TrainCommand(), "--folds", folder, "--examples", kept);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).startsWith(kept + " holds rows of other.jpg, which labels.csv in " + folder);
    }

    /** Without models no face is measured: classifiers trained on no row would replace good ones. */
    @Test
    void needTheModels() {
        assertThatThrownBy(() -> BenchEngines.requireModels("reduced"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This needs the perception models: run tucai models install");
        BenchEngines.requireModels("full");
    }
}
