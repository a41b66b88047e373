package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.BitSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tucai.picture.PictureFiles;
import org.tucai.testing.Drawings;

class LikenessTest {
    private static final byte[] PICTURE = Drawings.portrait(7);

    @Test
    void aPictureIsLikeItself() {
        assertThat(distance(PICTURE)).isZero();
        assertThat(Likeness.of(PICTURE)).hasSize(Likeness.BYTES);
    }

    @Test
    void aResavedScaledOrBrightenedPictureIsRecognised() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(PICTURE));
        BufferedImage half =
                new BufferedImage(picture.getWidth() / 2, picture.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        var pen = half.createGraphics();
        pen.drawImage(picture, 0, 0, half.getWidth(), half.getHeight(), null);
        pen.dispose();
        BufferedImage brighter = new RescaleOp(1.05f, 3, null).filter(picture, null);

        assertThat(distance(PictureFiles.written(picture, "jpg"))).isLessThanOrEqualTo(Likeness.ALIKE);
        assertThat(distance(PictureFiles.written(half, "jpg"))).isLessThanOrEqualTo(Likeness.ALIKE);
        assertThat(distance(PictureFiles.written(brighter, "jpg"))).isLessThanOrEqualTo(Likeness.ALIKE);
    }

    @Test
    void anotherPictureIsNotLikeIt() throws IOException {
        BufferedImage mirrored = ImageIO.read(new ByteArrayInputStream(PICTURE));
        BufferedImage other = new BufferedImage(mirrored.getWidth(), mirrored.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = other.createGraphics();
        pen.drawImage(mirrored, 0, mirrored.getHeight(), mirrored.getWidth(), -mirrored.getHeight(), null);
        pen.dispose();

        assertThat(distance(PictureFiles.written(other, "jpg"))).isGreaterThan(Likeness.ALIKE);
    }

    private static int distance(byte[] jpeg) {
        BitSet difference = BitSet.valueOf(Likeness.of(PICTURE));
        difference.xor(BitSet.valueOf(Likeness.of(jpeg)));
        return difference.cardinality();
    }
}
