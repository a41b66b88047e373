package org.tucai.bench.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.bench.labelled.Folds;
import org.tucai.portrait.face.TrainedCloseup;
import org.tucai.testing.Drawings;
import picocli.CommandLine;

/** On pictures of a source that the program has never heard of. Runs in whatever mode this machine supports. */
class PortraitsBenchTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aFolderOfTwoPicturesAndOneThatIsMissing() throws IOException {
        Files.write(folder.resolve("1.jpg"), Drawings.portrait(1));
        Files.write(folder.resolve("2.jpg"), Drawings.portrait(2));
        Files.write(
                folder.resolve("labels.csv"),
                List.of("file,source,sex,faces", "1.jpg,unit,female,1", "2.jpg,unit,male,1", "3.jpg,unit,male,1"));
    }

    private int bench(Object... args) {
        CommandLine line = new CommandLine(new PortraitsBench());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        Stream<Object> all = Stream.concat(Stream.of("--data", folder), Stream.of(args));
        return line.execute(all.map(Object::toString).toArray(String[]::new));
    }

    @Test
    void saysWhatItLeavesOutAndWhatItCannotMeasure() throws IOException {
        Path json = folder.resolve("figures.json");

        int exit = bench("--only-labelled", "--json", json);

        assertThat(exit).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("2 pictures, profile graduation-2017"))
                .contains("1 of 3 listed pictures are left out: 3.jpg (no such file)")
                .contains("Columns that are for no rule are ignored: sex")
                .contains(
                        "| rule           | meet | break | EER % | unit | false alarm % | miss % | not assessed % | best"
                                + " published |")
                .anyMatch(line -> line.endsWith("examples on both sides: – %, the worst – %."))
                .contains("By skin tone in the same light: no pictures, for that needs the source london.");
        assertThat(Files.readString(json))
                .startsWith("{\"pictures\":2,\"leftOut\":1,")
                .contains("\"worstEer\":null")
                .contains("\"labelledBySource\":[{\"source\":\"unit\",\"rule\":\"one-face\",\"meet\":2,\"break\":0,");
    }

    @Test
    void saysWhyNothingCouldBeBrokenOnPurpose() {
        assertThat(bench("--made", "blur 2.5")).isZero();
        assertThat(out.toString()).contains("Nothing was broken on purpose: no picture has _neutral in its name,");
    }

    /** They are written at the end: after an hour, perhaps. */
    @Test
    void refusesFirstOfAllAFileForTheFiguresThatCannotBeWritten() {
        int exit = bench("--json", folder.resolve("none/figures.json"));

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("--json must be a file in an existing folder that you can write, not ");
    }

    /** Divided anew, pictures could be judged by networks that were trained on them. */
    @Test
    void saysWhetherTheFolderOfTheFoldsNamesThePicturesItWasTrainedOn() throws IOException {
        Path folds = Files.createDirectory(folder.resolve("folds"));
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            for (TrainedCloseup closeup : TrainedCloseup.values()) {
                copy(closeup.file() + ".tflite", folds.resolve(closeup.file() + "-" + fold + ".tflite"));
            }
            copy("heads.bin", folds.resolve("heads-" + fold + ".bin"));
        }

        bench("--only-labelled", "--folds", folds);

        assertThat(out.toString())
                .contains("provided that labels.csv lists the same pictures as when they were trained");

        out.getBuffer().setLength(0);
        Files.write(folds.resolve("pictures.csv"), List.of("file,fold", "1.jpg,0", "2.jpg,0"));
        bench("--only-labelled", "--folds", folds);

        assertThat(out.toString().lines().findFirst().orElseThrow())
                .endsWith("classifiers out of fold: none has seen the picture it judges");
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = PortraitsBenchTest.class.getResourceAsStream("/portrait/classifier/" + resource)) {
            Files.copy(Objects.requireNonNull(in), target);
        }
    }
}
