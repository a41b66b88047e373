package org.tucai.bench.made;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;

import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.EncodedPicture;

/** Encodes pictures as JPEG at the quality of cameras, so that the encoding by itself breaks no rule. */
public final class CameraJpeg {
    private static final int QUALITY = 92;

    private CameraJpeg() {}

    /** The bytes of the file; the picture stays open. */
    public static byte[] of(Mat picture) {
        return EncodedPicture.of(picture, ".jpg", IMWRITE_JPEG_QUALITY, QUALITY);
    }
}
