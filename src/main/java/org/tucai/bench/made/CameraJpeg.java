package org.tucai.bench.made;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;

import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.EncodedPicture;

/** A picture as a JPEG file of the quality that cameras write, so that the encoding breaks no rule by itself. */
public final class CameraJpeg {
    private static final int QUALITY = 92;

    private CameraJpeg() {}

    /** The file; the picture stays open. */
    public static byte[] of(Mat picture) {
        return EncodedPicture.of(picture, ".jpg", IMWRITE_JPEG_QUALITY, QUALITY);
    }
}
