package org.tucai.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
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
    void enlargesNothing() throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(SmallerJpeg.of(picture(), 2000, 600, 0.8)));
        assertThat(read.getHeight()).isEqualTo(600);

        read = ImageIO.read(new ByteArrayInputStream(SmallerJpeg.of(picture(), 2000, 2000, 0.8)));
        assertThat(read.getWidth()).isEqualTo(480);
        assertThat(read.getHeight()).isEqualTo(640);
    }

    /** Image I/O throws what it likes at a colour picture with the profile of a grey one. */
    @Test
    void saysOfWhateverImageIoChokesOnThatItCannotBeRead() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        byte[] picture = picture();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(picture, 0, 2);
        out.writeShort(0xFFE2);
        out.writeShort(16 + profile.length);
        out.writeBytes("ICC_PROFILE\0\1\1");
        out.write(profile);
        out.write(picture, 2, picture.length - 2);

        assertThatThrownBy(() -> SmallerJpeg.of(file.toByteArray(), 120, 240, 0.8))
                .isInstanceOf(IOException.class);
    }

    /** A scan saved without its paper is black ink on nothing: on black nobody could read it. */
    @Test
    void laysATransparentPictureOnWhite() throws IOException {
        byte[] png = PictureFiles.written(new BufferedImage(480, 640, BufferedImage.TYPE_INT_ARGB), "png");

        byte[] jpeg = SmallerJpeg.of(png, 120, 240, 0.8);

        int colour = ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(40, 40);
        assertThat(colour).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void switchesOffTheFileCacheOfImageIo() throws IOException {
        ImageIO.setUseCache(true);

        SmallerJpeg.of(picture(), 120, 240, 0.8);

        assertThat(ImageIO.getUseCache()).isFalse();
    }

    private static byte[] picture() {
        return PictureFiles.written(new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB), "jpg");
    }
}
