package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.picture.PictureFiles;
import org.tucai.picture.PictureHeader;
import org.tucai.portrait.install.ModelFile;
import org.tucai.testing.Drawings;
import org.tucai.testing.NeedsFonts;
import picocli.CommandLine;

/** Runs in whatever mode this machine supports: the assertions hold in both. */
class CheckCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(Object... args) {
        CommandLine line = new CommandLine(new CheckCommand());
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    }

    private Path photo() throws IOException {
        return Files.write(folder.resolve("photo.jpg"), Drawings.portrait(1));
    }

    @Test
    void printsATableWithoutColoursWhereThereIsNoTerminal() throws IOException {
        int exit = check(photo());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("photo.jpg: FAIL", "pixel-size", "the automatic crop brings it");
        assertThat(out.toString()).doesNotContain("\033");
    }

    @Test
    void printsOneJsonObjectPerPhotoAndReturnsTheWorstExitCode() throws IOException {
        Path noise = Files.write(folder.resolve("noise.jpg"), new byte[200]);

        int exit = check("--json", noise, folder.resolve("missing.jpg"), photo());

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString().lines())
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "\\{\"file\":\".*\",\"verdict\":\"[A-Z]+\",\"profile\":\"graduation-2017\",\"mode\":\"(full|reduced)\",\"rules\":\\[.*],\"ms\":.*}"));
        assertThat(out.toString()).contains("\"reason\":\"NOT_A_PICTURE\"", "\"reason\":\"NO_SUCH_FILE\"");
    }

    /** As on a full disk, or with a pipe whose reader is gone. */
    @Test
    void anUnwritableOutputIsReportedAndNoFurtherPhotosAreJudged() throws IOException {
        Path missing = folder.resolve("missing.jpg");
        CommandLine line = TucaiCommand.line();
        line.setOut(new PrintWriter(new FullDisk())).setErr(new PrintWriter(err, true));

        int exit = line.execute("check", photo().toString(), missing.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be written").doesNotContain("missing.jpg");
    }

    @Test
    @NeedsFonts
    void writesTheCropAndTheDrawing() throws IOException {
        Path cut = folder.resolve("cut.jpeg");
        Path drawing = folder.resolve("drawing.png");

        check(photo(), "--crop", cut, "--annotate", drawing);

        byte[] finished = Files.readAllBytes(cut);
        assertThat(finished.length).isBetween(10 * 1024, 40 * 1024);
        assertThat(finished).startsWith(0xFF, 0xD8);
        assertThat(ImageIO.read(drawing.toFile()).getHeight()).isEqualTo(960);
    }

    @Test
    void refusesAnUnknownProfileByName() throws IOException {
        int exit = check(photo(), "--profile", "passport");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("no profile passport", "graduation-2017");
    }

    @Test
    void saysInOneLineThatTheModelsAreMissingAndWhatToDo() throws IOException {
        int exit = check(photo(), "--models", folder);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("no complete set of models in " + folder
                        + "; install them with: tucai models install --to " + folder);
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Path huge = Files.write(folder.resolve("huge.jpg"), new byte[PictureHeader.MAX_BYTES + 100]);

        int exit = check("--json", huge);

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).contains("TOO_MANY_BYTES");
    }

    @Test
    @NeedsFonts
    void reportsAnUnwritableDrawingAndStillJudgesThePhoto() throws IOException {
        Path nowhere = folder.resolve("missing").resolve("drawing.png");

        int exit = check("--json", photo(), "--annotate", nowhere);

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).contains("\"verdict\":\"FAIL\"").doesNotContain("UNREADABLE");
        assertThat(err.toString()).contains("drawing.png: not written: no such file or folder");
    }

    @Test
    @NeedsFonts
    void asksForAFileWhereAFolderIsNamedAsOutput() throws IOException {
        int exit = check("--json", photo(), "--crop", folder, "--annotate", folder.resolve("drawing.png"));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly(folder + ": not written: a folder: name a file in it");
    }

    @Test
    void saysWhyAFileIsNotAPhoto() throws IOException {
        Path empty = Files.write(folder.resolve("empty.jpg"), new byte[0]);

        int exit = check(folder, empty, folder.resolve("missing\u001b[31m.jpg"));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        folder.getFileName() + ": not readable: a folder, not a picture",
                        "empty.jpg: not readable: the file is empty",
                        "missing\\u001b[31m.jpg: not readable: no such file");
        check("--json", folder);
        assertThat(out.toString()).contains("\"reason\":\"FOLDER\"");
    }

    @Test
    void neverWritesOverThePhotoItself() throws IOException {
        Path photo = photo();
        byte[] before = Files.readAllBytes(photo);

        int exit = check(photo, "--crop", folder.resolve(".").resolve("photo.jpg"));

        assertThat(exit).isEqualTo(2);
        assertThat(Files.readAllBytes(photo)).isEqualTo(before);
        assertThat(check(photo, "--crop", folder.resolve("one.jpg"), "--annotate", folder.resolve("one.jpg")))
                .isEqualTo(2);
    }

    /** The last photo's would replace those of all before. */
    @ParameterizedTest
    @CsvSource({"--annotate, drawing.png", "--crop, cut.jpg"})
    void refusesOneOutputForSeveralPhotos(String option, String name) throws IOException {
        Path out = folder.resolve(name);

        assertThat(check(photo(), photo(), option, out)).isEqualTo(2);

        assertThat(err.toString()).contains("--annotate and --crop take a single photo");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesAnUnsupportedLanguage() throws IOException {
        int exit = check(photo(), "--annotate", folder.resolve("drawing.png"), "--lang", "fr");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--lang must be zh or en, not fr");
    }

    @ParameterizedTest
    @CsvSource({
        "--annotate, drawing.jpg, --annotate writes a PNG: name it *.png",
        "--crop, cut.png, '--crop writes a JPEG: name it *.jpg'"
    })
    void refusesAnOutputNameOfAnotherPictureFormat(String option, String name, String refusal) throws IOException {
        Path out = folder.resolve(name);

        assertThat(check(photo(), option, out)).isEqualTo(2);

        assertThat(err.toString()).contains(refusal);
        assertThat(out).doesNotExist();
    }

    @Test
    void advisesInTheLanguageAskedFor() throws IOException {
        Path wall = Files.write(folder.resolve("wall.jpg"), PictureFiles.written(wall(), "jpeg"));

        check(wall, "--lang", "zh");
        String chinese = out.toString();
        check(wall);

        assertThat(chinese).contains("照片中没有找到人脸。").doesNotContain("No face");
        assertThat(out.toString().substring(chinese.length())).doesNotContain("照片");
    }

    /** The size of the wall is not among its faults: the photo would be cropped if it had a face. */
    @Test
    @NeedsFonts
    void drawsTheReportOfTheCropWhenCropping() throws IOException {
        Path alone = folder.resolve("alone.png");
        Path withCut = folder.resolve("with-cut.png");
        Path refused = Files.write(folder.resolve("wall.jpg"), PictureFiles.written(wall(), "jpeg"));

        check(refused, "--annotate", alone);
        check(refused, "--annotate", withCut, "--crop", folder.resolve("cut.jpg"));

        assertThat(red(withCut)).isPositive().isLessThan(red(alone));
        assertThat(err.toString()).contains("cut.jpg: not written: the photo cannot be cropped to the standard");
        assertThat(folder.resolve("cut.jpg")).doesNotExist();
    }

    private static BufferedImage wall() {
        return new BufferedImage(300, 400, BufferedImage.TYPE_3BYTE_BGR);
    }

    /** How many pixels of a drawing have the colour of failures. */
    private static long red(Path drawing) throws IOException {
        BufferedImage image = ImageIO.read(drawing.toFile());
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(all)
                .filter(rgb -> (rgb & 0xFFFFFF) == 0xD62828)
                .count();
    }

    /** Of the right sizes, so that the folder counts as one with models. Networks that still load would judge wrongly. */
    @Test
    void saysWhichModelsAreDamagedAndWhatToDo() throws IOException {
        for (ModelFile file : ModelFile.values()) {
            Files.write(folder.resolve(file.fileName()), new byte[(int) file.bytes()]);
        }

        int exit = check("--models", folder, photo());

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("damaged models in " + folder + ": face_detection_yunet.onnx, ")
                .endsWith("; install them again with: tucai models install --to " + folder);
    }
}
