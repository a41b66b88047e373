package org.tucai.picture;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture as a file that OpenCV's codecs write. */
public final class EncodedPicture {
    private EncodedPicture() {}

    /**
     * The file; the picture stays open.
     *
     * @param ending names the format, {@code .jpg}
     * @param settings pairs of a setting of the codec and its value
     */
    public static byte[] of(Mat picture, String ending, int... settings) {
        try (BytePointer out = new BytePointer();
                IntPointer pairs = new IntPointer(settings)) {
            imencode(ending, picture, out, pairs);
            byte[] file = new byte[(int) out.limit()];
            out.get(file);
            return file;
        }
    }
}
