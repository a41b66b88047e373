package org.tucai.bench.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.PortraitEngine;
import org.tucai.testing.Drawings;

class JewelsTest {
    @Test
    void drawsTheSameJewelsForTheSameSeedOnACopyOfThePicture() throws UnreadablePicture {
        Path models = Path.of("../shared/models");
        assumeTrue(Files.isDirectory(models), "no models beside the project");
        try (PortraitEngine engine = PortraitEngine.open(models);
                StandardView view = engine.view(Drawings.portrait(1), StandardView::of)) {
            assertThat(view).isNotNull();
            byte[] before = CameraJpeg.of(view.view());

            try (Mat one = Jewels.necklace(view, new Random(3));
                    Mat same = Jewels.necklace(view, new Random(3));
                    Mat earrings = Jewels.earrings(view, new Random(3))) {
                assertThat(CameraJpeg.of(one)).isEqualTo(CameraJpeg.of(same));
                assertThat(CameraJpeg.of(one)).isNotEqualTo(before);
                assertThat(CameraJpeg.of(earrings)).isNotEqualTo(before);
            }

            assertThat(CameraJpeg.of(view.view())).isEqualTo(before);
        }
    }
}
