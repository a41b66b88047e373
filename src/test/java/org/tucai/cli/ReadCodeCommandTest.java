package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.capturecode.CaptureCodePicture;
import picocli.CommandLine;

class ReadCodeCommandTest {
    private static final String SEALED = "eyJhbGciOiJkaXIifQ..AAAAAAAAAAAAAAAA.c2VhbGVkLWZhY3Rz.BBBBBBBBBBBBBBBBBBBBBB";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void printsTheTextOfEachPicture() throws IOException {
        Path one = picture("one.png", "first");
        Path two = picture("two.png", "second");

        int exit = run(one.toString(), two.toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("one.png: first (QR-").contains("two.png: second (QR-");
        assertThat(out.toString()).endsWith("2 of 2 pictures read" + System.lineSeparator());
    }

    @Test
    void anUnwritableOutputIsReported() throws IOException {
        CommandLine line = TucaiCommand.line();
        line.setOut(new PrintWriter(new FullDisk())).setErr(new PrintWriter(err, true));

        int exit = line.execute("read-code", picture("one.png", "first").toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be written");
    }

    @Test
    void goesOnAfterFilesThatCannotBeRead() throws IOException {
        Path good = picture("good.png", "fine");
        Path empty = Files.write(folder.resolve("empty.jpg"), new byte[0]);
        Path words = Files.writeString(folder.resolve("words.jpg"), "no picture at all");
        Path heic = Files.write(
                folder.resolve("photo.heic"), "\0\0\0\030ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.write(folder.resolve("large.png"), new byte[10 * 1024 * 1024 + 1]);

        int exit = run(
                folder.resolve("missing.png").toString(),
                folder.toString(),
                empty.toString(),
                words.toString(),
                heic.toString(),
                large.toString(),
                good.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("missing.png: not read: no such file"),
                        line -> assertThat(line).contains("a folder, not a picture"),
                        line -> assertThat(line).contains("empty.jpg: not read: the file is empty"),
                        line -> assertThat(line).contains("words.jpg: not read: not a supported picture format"),
                        line -> assertThat(line)
                                .contains("photo.heic: not read: HEIC")
                                .contains("screenshot"),
                        line -> assertThat(line).contains("large.png: not read: the file is larger than 10 MB"),
                        line -> assertThat(line).contains("good.png: fine (QR-"),
                        line -> assertThat(line).isEqualTo("1 of 7 pictures read"));
    }

    /** As with a pipe or a device, whose size the file system does not know. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(60) // otherwise it reads until memory is full
    void stopsReadingAnEndlessFileAtTheLimit() {
        int exit = run("/dev/zero");

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("/dev/zero: not read: the file is larger than 10 MB");
    }

    @Test
    void printsJsonWithTheExactTextAndReasonsOnTheErrorOutput() throws IOException {
        Path quoted = picture("quoted.png", "a \"b\" \\ c\n\u00e9");
        Path missing = folder.resolve("missing.png");

        int exit = run("--json", quoted.toString(), missing.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "{\"file\":\"" + quoted + "\",\"text\":\"a \\\"b\\\" \\\\ c\\u000a\u00e9\",")
                                .contains("\"symbol\":\"QR-")
                                .contains("\"attempt\":\"plain\"")
                                .matches(".*\"ms\":\\d+\\.\\d}"),
                        line -> assertThat(line)
                                .startsWith("{\"file\":\"" + missing
                                        + "\",\"text\":null,\"symbol\":null,\"attempt\":null,"));
        assertThat(err.toString()).contains("missing.png: no such file");
    }

    @Test
    void keepsControlCharactersOfACodeFromTheTerminal() throws IOException {
        Path hostile = picture("hostile.png", "\u001b[2Jgone");

        run(hostile.toString());

        assertThat(out.toString()).contains("\\u001b[2Jgone").doesNotContain("\u001b");
    }

    @Test
    void prefersTheCaptureCodeAmongSeveralCodes() throws IOException {
        Path advertToo = beside("advert.png", "https://example.org/", SEALED);
        Path neither = beside("neither.png", "first", "second");

        int exit = run(advertToo.toString(), neither.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .contains("advert.png: " + SEALED)
                .contains("neither.png: not read: 2 different codes");
    }

    private int run(String... arguments) {
        return new CommandLine(new ReadCodeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path picture(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), CaptureCodePicture.png(text));
    }

    private Path beside(String name, String left, String right) throws IOException {
        BufferedImage a = CaptureCodePicture.draw(left);
        BufferedImage b = CaptureCodePicture.draw(right);
        BufferedImage both = new BufferedImage(
                a.getWidth() + b.getWidth(), Math.max(a.getHeight(), b.getHeight()), BufferedImage.TYPE_BYTE_GRAY);
        both.getRaster().setRect(a.getRaster());
        both.getRaster().setRect(a.getWidth(), 0, b.getRaster());
        Path file = folder.resolve(name);
        ImageIO.write(both, "png", file.toFile());
        return file;
    }
}
