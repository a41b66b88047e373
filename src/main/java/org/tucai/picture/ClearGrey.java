package org.tucai.picture;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** The one grey that the tRNS chunk of a PNG without an alpha channel makes transparent (ISO/IEC 15948, 11.3.2.1); OpenCV ignores it. */
final class ClearGrey {
    private static final int FIRST_CHUNK = 8;
    private static final int BITS = 24;

    private ClearGrey() {}

    /**
     * Turns that grey white.
     *
     * @param grey one channel, 8 or 16 bits, as OpenCV decodes this file
     */
    static void whiten(Mat grey, Bytes png) throws UnreadablePicture {
        Bytes sample = sample(png);
        if (sample.length() != Short.BYTES) {
            return; // broken: counts as absent
        }
        int bits = png.u8(BITS);
        int largest = (1 << bits) - 1;
        int white = bits == Short.SIZE ? largest : 255; // OpenCV scales fewer than 8 bits to the full range
        double clear = (double) (sample.u16be(0) & largest) * white / largest;
        try (Scalar sought = new Scalar(clear);
                Scalar whitest = new Scalar(white);
                Mat wanted = new Mat(1, 1, opencv_core.CV_64FC1, sought);
                Mat instead = new Mat(1, 1, opencv_core.CV_64FC1, whitest);
                Mat where = new Mat()) {
            opencv_core.compare(grey, wanted, where, opencv_core.CMP_EQ);
            grey.setTo(instead, where);
        }
    }

    private static Bytes sample(Bytes png) throws UnreadablePicture {
        int at = FIRST_CHUNK;
        while (!png.ascii(at + 4, 4).equals("tRNS")) {
            at += 12 + PngHeader.chunk(png, at).length();
        }
        return PngHeader.chunk(png, at);
    }
}
