package org.tucai.bench.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureListTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file,text\na/1.jpg,x\na/2.jpg,\n",
                "file,text\r\na/1.jpg,x\r\na/2.jpg,\r\n",
                "\uFEFFfile,text\na/1.jpg,x\na/2.jpg,",
                "\"file\",\"text\"\n\"a/1.jpg\",\"x\"\n\"a/2.jpg\",\"\"\n",
                "file,text\n\na/1.jpg,x\n,\na/2.jpg,\n\n",
                "text, file\nx, a/1.jpg \n,a/2.jpg\n",
                "file,text,\na/1.jpg,x,\na/2.jpg,,,\n"
            })
    void readsWhatSpreadsheetsAndScriptsWrite(String text) {
        PictureList list = PictureList.parse("list", text, "file");

        assertThat(list.rows())
                .extracting(row -> row.cell("file"), row -> row.cell("text"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a/1.jpg", "x"),
                        org.assertj.core.groups.Tuple.tuple("a/2.jpg", ""));
    }

    @Test
    void keepsCommasQuotesAndLineEndsWithinQuotes() {
        PictureList list = PictureList.parse("list", "file,text\n\"a, b.jpg\",\"say \"\"cheese\"\"\nnow\"\n", "file");

        assertThat(list.rows()).hasSize(1);
        assertThat(list.rows().getFirst().cell("file")).isEqualTo("a, b.jpg");
        assertThat(list.rows().getFirst().cell("text")).isEqualTo("say \"cheese\"\nnow");
    }

    @Test
    void namesTheLineThatHasTooFewCells() {
        assertThatThrownBy(() -> PictureList.parse("list", "file,a,b\nx.jpg,1,0\n\ny.jpg,1\n", "file"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("list, line 4: 2 cells, but 3 columns");
    }

    @Test
    void namesTheColumnThatIsMissing() {
        assertThatThrownBy(() -> PictureList.parse("list", "name,text\nx.jpg,1\n", "file", "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("list lacks the column file: its first line must name file, text");
    }

    @Test
    void refusesAListWithoutPictures() {
        assertThatThrownBy(() -> PictureList.parse("list", "file,text\n\n", "file"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("list names no picture");
    }

    @Test
    void saysThatAListIsNotInUtf8() throws IOException {
        Files.writeString(folder.resolve("list.csv"), "file\n张三.jpg\n", Charset.forName("GBK"));

        assertThatThrownBy(() -> PictureList.read(folder, "list.csv", "file"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("list.csv in " + folder + " is not in UTF-8: save it as CSV in UTF-8");
    }
}
