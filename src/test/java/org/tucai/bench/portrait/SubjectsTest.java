package org.tucai.bench.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.bench.figure.Progress;
import org.tucai.bench.labelled.BenchEngines;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.picture.UnreadablePicture;

class SubjectsTest {
    private static LabelledPicture picture(String file, Map<String, Boolean> meets) {
        return new LabelledPicture(file, "held-out", meets);
    }

    /** With a fixed number of labels nothing would be compliant in a folder with fewer columns. */
    @Test
    void calledCompliantIsWhatBreaksNothingAndHasTwoThirdsOfTheLabels() throws IOException {
        LabelledPicture all = picture("all.jpg", Map.of("eyes-open", true, "mouth-closed", true, "no-glasses", true));
        LabelledPicture two = picture("two.jpg", Map.of("eyes-open", true, "mouth-closed", true));
        LabelledPicture one = picture("one.jpg", Map.of("eyes-open", true));
        LabelledPicture broken = picture("b.jpg", Map.of("eyes-open", true, "mouth-closed", false, "no-glasses", true));
        List<LabelledPicture> pictures = List.of(all, two, one, broken);

        try (BenchEngines engines = BenchEngines.open(null, null, pictures)) {
            Progress progress = new Progress(new PrintWriter(new StringWriter()));
            Subjects subjects = new Subjects(Path.of("."), pictures, engines, progress);

            assertThat(subjects.compliant()).containsExactly(all, two);
        }
    }

    @ParameterizedTest
    @CsvSource({"300,300", "480,640", "640,480", "100,400", "400,100"})
    void makesAPhoneSizedPictureOfOneOfAnyShape(int width, int height) throws IOException, UnreadablePicture {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpg", file);

        BufferedImage large = ImageIO.read(new ByteArrayInputStream(SpeedRun.twelveMegapixels(file.toByteArray())));

        assertThat(large.getWidth()).isEqualTo(3000);
        assertThat(large.getHeight()).isEqualTo(4000);
    }
}
