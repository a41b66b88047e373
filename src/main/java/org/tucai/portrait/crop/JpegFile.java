package org.tucai.portrait.crop;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.portrait.PictureShape;

/** Encodes the finished picture: the best quality whose size fits the window, the density written into the header. */
public final class JpegFile {
    private static final int BEST = 98;

    private JpegFile() {}

    /** The file; larger than the window only when even the least quality allowed does not fit. */
    public static byte[] encode(Mat picture, PictureShape shape) {
        int low = shape.minQuality();
        int high = BEST;
        byte[] best = encode(picture, low);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            byte[] file = encode(picture, middle);
            if (file.length <= shape.maxBytes()) {
                low = middle;
                best = file;
            } else {
                high = middle - 1;
            }
        }
        return withDensity(best, shape.dpi());
    }

    private static byte[] encode(Mat picture, int quality) {
        try (BytePointer out = new BytePointer();
                IntPointer settings = new IntPointer(IMWRITE_JPEG_QUALITY, quality, IMWRITE_JPEG_OPTIMIZE, 1)) {
            imencode(".jpg", picture, out, settings);
            byte[] file = new byte[(int) out.limit()];
            out.get(file);
            return file;
        }
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
