package org.tucai.portrait.crop;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.EncodedPicture;
import org.tucai.portrait.PictureShape;

/** Encodes the finished picture: the best quality whose size fits, with the density in the header. */
public final class JpegFile {
    private static final int BEST = 98;
    private static final int FIRST_GUESS = 90;
    /** This far below the limit is close enough, as a logarithm: 6 %. */
    private static final double NEAR = 0.06;

    private JpegFile() {}

    /**
     * The file; larger than allowed only when even the least quality does not fit. Close enough below the limit is good enough: one more
     * point of quality is not worth another encoding.
     */
    public static byte[] encode(Mat picture, PictureShape shape) {
        int low = shape.minQuality();
        int high = BEST;
        byte[] best = null;
        int quality = FIRST_GUESS;
        while (low <= high) {
            quality = Math.clamp(quality, low, high);
            byte[] file = encode(picture, quality);
            double room = Math.log((double) shape.maxBytes() / file.length);
            if (room >= 0) {
                best = file;
                low = quality + 1;
            } else {
                high = quality - 1;
            }
            if (room >= 0 && room < NEAR) {
                break;
            }
            quality = other(quality, room - NEAR / 2);
        }
        return withDensity(best == null ? encode(picture, shape.minQuality()) : best, shape.dpi());
    }

    /** The quality at which the file grows by the factor exp({@code growth}): its size is about proportional to (100 - quality)^-0.7. */
    private static int other(int quality, double growth) {
        double coarseness = (100 - quality) * Math.exp(-growth / 0.7);
        int next = (int) Math.round(100 - coarseness);
        return next == quality ? quality + (growth > 0 ? 1 : -1) : next;
    }

    private static byte[] encode(Mat picture, int quality) {
        return EncodedPicture.of(picture, ".jpg", IMWRITE_JPEG_QUALITY, quality, IMWRITE_JPEG_OPTIMIZE, 1);
    }

    /** Writes dots per inch into the JFIF segment, which the encoder leaves without a unit. */
    static byte[] withDensity(byte[] file, int dpi) {
        byte[] mark = "JFIF".getBytes(StandardCharsets.US_ASCII);
        if (file.length < 18 || !Arrays.equals(file, 6, 10, mark, 0, 4)) {
            throw new IllegalStateException("the encoder wrote no JFIF segment");
        }
        file[13] = 1;
        file[14] = (byte) (dpi >> 8);
        file[15] = (byte) dpi;
        file[16] = (byte) (dpi >> 8);
        file[17] = (byte) dpi;
        return file;
    }
}
