package org.tucai.picture;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Encodes pictures with OpenCV's codecs. */
public final class EncodedPicture {
    private EncodedPicture() {}

    /**
     * The bytes of the file; the picture stays open.
     *
     * @param ending names the format, such as {@code .jpg}
     * @param settings pairs of a codec setting and its value
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
