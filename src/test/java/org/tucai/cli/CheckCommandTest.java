package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.picture.PictureHeader;
import org.tucai.portrait.drawn.DrawnPortrait;
import picocli.CommandLine;

/** Judged in whatever mode this machine has: what is asserted holds in both. */
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
        return Files.write(folder.resolve("photo.jpg"), DrawnPortrait.jpeg(1));
    }

    @Test
    void printsATableWithoutColoursWhereThereIsNoTerminal() throws IOException {
        int exit = check(photo());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("photo.jpg: FAIL", "pixel-size", "Use the automatic crop.");
        assertThat(out.toString()).doesNotContain("\033");
    }

    @Test
    void answersOneJsonObjectPerPhotoAndTheWorstExitCode() throws IOException {
        Path noise = Files.write(folder.resolve("noise.jpg"), new byte[200]);

        int exit = check("--json", photo(), noise, folder.resolve("missing.jpg"));

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString().lines())
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "\\{\"file\":\".*\",\"verdict\":\"[A-Z]+\",\"profile\":\"graduation-2017\",\"mode\":\"(full|reduced)\",\"rules\":\\[.*],\"ms\":.*}"));
        assertThat(out.toString()).contains("\"reason\":\"NOT_A_PICTURE\"", "\"reason\":\"NO_SUCH_FILE\"");
    }

    @Test
    void cutsAndDraws() throws IOException {
        Path cut = folder.resolve("cut.jpg");
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
    void readsNoMoreOfAFileThanIsAllowed() throws IOException {
        Path huge = Files.write(folder.resolve("huge.jpg"), new byte[PictureHeader.MAX_BYTES + 100]);

        int exit = check("--json", huge);

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).contains("TOO_MANY_BYTES");
    }
}
