package org.tucai.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SmallerJpegTest {
    @Test
    void keepsTheProportions() throws IOException {
        byte[] small = SmallerJpeg.of(picture(), 120, 240, 0.8);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(read.getWidth()).isEqualTo(120);
        assertThat(read.getHeight()).isEqualTo(160);
    }

    @Test
    void switchesOffTheFileCacheOfImageIo() throws IOException {
        ImageIO.setUseCache(true);

        SmallerJpeg.of(picture(), 120, 240, 0.8);

        assertThat(ImageIO.getUseCache()).isFalse();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
