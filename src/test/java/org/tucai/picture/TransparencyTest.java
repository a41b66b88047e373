package org.tucai.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transparent areas become white, whichever way a PNG declares them. */
class TransparencyTest {

    @Test
    void putsTheOneTransparentColourOfAPngOnWhite() throws UnreadablePicture {
        byte[] file = PictureFiles.withChunk(
                PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png"),
                "tRNS",
                new byte[] {0, (byte) 255, 0, 0, 0, 0}); // red

        assertThat(pixel(file, 25, 30)).containsExactly(255, 255, 255);
        assertThat(pixel(file, 45, 30)).containsExactly(255, 0, 0);
    }

    /** Otherwise transparent black would stay black, and a code stored like that could not be read. */
    @Test
    void putsTheOneTransparentGreyOfAPngOnWhite() throws UnreadablePicture {
        byte[] eight = PictureFiles.withChunk(PictureFiles.written(greys(false), "png"), "tRNS", new byte[] {0, 100});
        byte[] sixteen = PictureFiles.withChunk(PictureFiles.written(sixteenBits(), "png"), "tRNS", new byte[] {50, 1});
        byte[] one = PictureFiles.withChunk(PictureFiles.written(blackAndWhite(), "png"), "tRNS", new byte[] {0, 0});

        assertThat(pixel(eight, 1, 1)).containsExactly(255, 255, 255);
        assertThat(pixel(eight, 6, 1)).containsExactly(50, 50, 50);
        assertThat(pixel(sixteen, 1, 1)).as("0x3201").containsExactly(255, 255, 255);
        assertThat(pixel(sixteen, 6, 1)).as("0x3200, nearly the same").containsExactly(50, 50, 50);
        assertThat(pixel(one, 1, 1)).containsExactly(255, 255, 255);
    }

    @Test
    void ignoresAnInvalidTransparentGreyOfAPng() throws UnreadablePicture {
        byte[] broken = PictureFiles.withChunk(PictureFiles.written(greys(false), "png"), "tRNS", new byte[] {100});

        assertThat(pixel(broken, 1, 1)).containsExactly(100, 100, 100);
    }

    private static BufferedImage sixteenBits() {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 64; i++) {
            picture.getRaster().setSample(i % 8, i / 8, 0, i % 8 < 4 ? 0x3201 : 0x3200);
        }
        return picture;
    }

    /** One bit per pixel, all of them black. */
    private static BufferedImage blackAndWhite() {
        byte[] greys = {0, (byte) 255};
        return new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(1, 2, greys, greys, greys));
    }

    /** Its transparency is a chunk of its own, padded to an even length; in an animation it lies within the frame. */
    @ParameterizedTest
    @ValueSource(ints = {60, 61, 62, 63, 64})
    void putsALossyWebpOnWhite(int width) throws UnreadablePicture {
        byte[] webp = PictureFiles.lossyWebp(width, true);

        assertThat(PictureHeader.of(webp).alpha()).isTrue();
        assertThat(PictureHeader.of(webp).width()).isEqualTo(width);
        assertThat(pixel(webp, 50, 20)).containsExactly(255, 255, 255);
        assertThat(pixel(webp, 20, 20)[2]).isGreaterThan(240);
        assertThat(pixel(webp, 20, 20)[0]).isLessThan(15);
    }

    @Test
    void putsAHalfTransparentGreyPictureOnWhite() throws UnreadablePicture {
        byte[] grey = PictureFiles.written(greys(true), "png");

        assertThat(PictureHeader.of(grey).components()).isEqualTo(1);
        assertThat(PictureHeader.of(grey).alpha()).isTrue();
        assertThat(pixel(grey, 1, 1)).containsExactly(255, 255, 255);
        assertThat(pixel(grey, 6, 1)).containsExactly(153, 153, 153);
    }

    /** The left half grey 100 and fully transparent, the right half grey 50 and half transparent. */
    private static BufferedImage greys(boolean alpha) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(8, 8);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                raster.setSample(x, y, 0, x < 4 ? 100 : 50);
                if (alpha) {
                    raster.setSample(x, y, 1, x < 4 ? 0 : 127);
                }
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    /** The pixel as blue, green, red. */
    private static int[] pixel(byte[] file, int x, int y) throws UnreadablePicture {
        try (Mat mat = Pictures.decode(file, PictureHeader.of(file), 1, false)) {
            int[] pixel = new int[3];
            for (int channel = 0; channel < 3; channel++) {
                pixel[channel] = mat.ptr(y, x).get(channel) & 0xFF;
            }
            return pixel;
        }
    }
}
