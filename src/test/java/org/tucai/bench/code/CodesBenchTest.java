package org.tucai.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.capturecode.CaptureCodePicture;
import picocli.CommandLine;

class CodesBenchTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int bench() {
        CommandLine line = new CommandLine(new CodesBench());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter()));
        return line.execute("--alone", "--data", folder.toString());
    }

    private void truth(String... lines) throws IOException {
        Files.write(folder.resolve("truth.csv"), java.util.List.of(lines));
    }

    private void code(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.write(folder.resolve(file), CaptureCodePicture.png(text));
    }

    @Test
    void countsAFileThatIsNoPictureAsNotReadAndAMissingOneNotAtAll() throws IOException {
        code("saved/1.png", "a-code");
        Files.writeString(folder.resolve("letter.jpg"), "Dear student");
        truth("file,class,payload", "saved/1.png,saved,a-code", "letter.jpg,letters,b-code", "none.png,saved,c-code");

        int exit = bench();

        assertThat(exit).isZero();
        assertThat(out.toString().lines())
                .contains("1 of 3 listed pictures are left out: none.png (no such file)")
                .contains("not read: letter.jpg (not readable: not a picture)")
                .anyMatch(line -> line.startsWith("| saved | 1 | 100.0 | 0 |"))
                .anyMatch(line -> line.startsWith("| letters | 1 | 0.0 | 0 |"))
                .anyMatch(line -> line.startsWith("| all | 2 | 50.0 | 0 |"))
                .contains("Pictures above ten million pixels, decoding included: none");
    }

    @Test
    void takesTheFolderForTheClassWhereNoColumnNamesIt() throws IOException {
        code("saved/1.png", "a-code");
        truth("payload,file", "a-code,saved/1.png");

        assertThat(bench()).isZero();
        assertThat(out.toString().lines()).anyMatch(line -> line.startsWith("| saved | 1 | 100.0 | 0 |"));
    }

    @Test
    void failsWhereAWrongTextWasRead() throws IOException {
        code("saved/1.png", "a-code");
        truth("file,payload", "saved/1.png,another-code");

        assertThat(bench()).isOne();
        assertThat(out.toString().lines()).anyMatch(line -> line.startsWith("| all | 1 | 0.0 | 1 |"));
    }
}
