package org.tucai.picture;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.tucai.picture.UnreadablePicture.Reason;

/**
 * Decodes a picture whose header has been read and found within bounds. The caller closes the result.
 *
 * <p>JPEG, PNG and WebP go through OpenCV's codecs, GIF and BMP through the JDK's. Data after the end of the picture never reaches a
 * codec, nor do the metadata blocks and later frames of PNG and WebP.
 */
public final class Pictures {
    static {
        opencv_core.setNumThreads(1); // requests run in parallel; one picture never gets a second core
    }

    private Pictures() {}

    /**
     * Decodes the (first) picture, upright by its EXIF orientation, with transparency blended onto white, CMYK converted to colour, and
     * colours converted to sRGB where the file declares another space.
     *
     * @param header what {@link PictureHeader#of} said about the same bytes
     * @param reduction 1, 2, 4 or 8: both sides are divided by it, rounded up; for a JPEG this saves most of the decoding time
     * @param grey one channel instead of blue, green, red; its tones stay as stored
     * @return 8 bits per channel, never empty
     */
    public static Mat decode(byte[] file, PictureHeader header, int reduction, boolean grey) throws UnreadablePicture {
        try {
            Mat stored = switch (header.type()) {
                case JPEG -> jpeg(file, header, reduction, grey);
                case PNG -> opaque(Stripped.png(file, header), header, reduction, grey);
                case WEBP -> opaque(Stripped.webp(file, header), header, reduction, grey);
                case GIF, BMP -> reduced(JdkCodec.decode(file, header), reduction, grey);
                case HEIC -> throw new UnreadablePicture(Reason.HEIC_UNSUPPORTED);
            };
            return upright(grey ? stored : inSrgb(stored, file, header), header.orientation());
        } catch (RuntimeException e) { // OpenCV's errors arrive as such
            throw new UnreadablePicture(Reason.CORRUPT, e);
        }
    }

    /**
     * Whether a picture is CMYK and its file holds a profile of the inks: {@link #decode}, which mixes inks by a plain formula, gets
     * such colours wrong.
     */
    public static boolean isForPress(byte[] file, PictureHeader header) {
        try {
            return header.components() == 4 && IccProfile.isOfInks(JpegColours.profile(Bytes.of(file)));
        } catch (UnreadablePicture e) {
            return false;
        }
    }

    private static Mat jpeg(byte[] file, PictureHeader header, int reduction, boolean grey) throws UnreadablePicture {
        int flags = switch (reduction) {
            case 1 -> grey ? IMREAD_GRAYSCALE : IMREAD_COLOR;
            case 2 -> grey ? IMREAD_REDUCED_GRAYSCALE_2 : IMREAD_REDUCED_COLOR_2;
            case 4 -> grey ? IMREAD_REDUCED_GRAYSCALE_4 : IMREAD_REDUCED_COLOR_4;
            case 8 -> grey ? IMREAD_REDUCED_GRAYSCALE_8 : IMREAD_REDUCED_COLOR_8;
            default -> throw new IllegalArgumentException("reduction " + reduction);
        };
        Mat mat = imread(file, header.length(), flags | IMREAD_IGNORE_ORIENTATION);
        requireSize(mat, (header.width() + reduction - 1) / reduction, (header.height() + reduction - 1) / reduction);
        return mat;
    }

    private static Mat opaque(byte[] file, PictureHeader header, int reduction, boolean grey) throws UnreadablePicture {
        if (!header.alpha()) {
            int flags = grey ? IMREAD_GRAYSCALE : IMREAD_COLOR;
            Mat mat = imread(file, file.length, flags | IMREAD_IGNORE_ORIENTATION);
            requireSize(mat, header.width(), header.height());
            return reduced(mat, reduction, grey);
        }
        try (Mat mat = imread(file, file.length, IMREAD_UNCHANGED)) {
            requireSize(mat, header.width(), header.height());
            if (header.type() == PictureType.PNG && mat.channels() == 1) {
                ClearGrey.whiten(mat, Bytes.of(file));
            }
            return reduced(White.under(mat), reduction, grey);
        }
    }

    private static Mat imread(byte[] file, int length, int flags) throws UnreadablePicture {
        try (BytePointer bytes = new BytePointer(length)) {
            bytes.put(file, 0, length);
            try (Mat buffer = new Mat(1, length, opencv_core.CV_8UC1, bytes)) {
                Mat mat = imdecode(buffer, flags);
                if (mat.empty()) {
                    mat.close();
                    throw new UnreadablePicture(Reason.CORRUPT);
                }
                return mat;
            }
        }
    }

    private static void requireSize(Mat mat, int width, int height) throws UnreadablePicture {
        if (mat.cols() != width || mat.rows() != height) {
            mat.close();
            throw new UnreadablePicture(Reason.CORRUPT);
        }
    }

    /** Takes over and closes {@code mat}. */
    private static Mat reduced(Mat mat, int reduction, boolean grey) {
        Mat result = mat;
        if (grey && mat.channels() == 3) {
            result = new Mat();
            cvtColor(mat, result, COLOR_BGR2GRAY);
            mat.close();
        }
        if (reduction == 1) {
            return result;
        }
        Mat small = new Mat();
        try (Mat large = result;
                Size size = new Size(
                        (large.cols() + reduction - 1) / reduction, (large.rows() + reduction - 1) / reduction)) {
            resize(large, small, size, 0, 0, INTER_AREA);
        }
        return small;
    }

    /** Takes over {@code mat} and changes it, or closes it. Runs after the reduction, which leaves a sixteenth of a large picture. */
    private static Mat inSrgb(Mat mat, byte[] file, PictureHeader header) {
        try {
            ToSrgb colours = ToSrgb.of(file, header);
            if (colours != null) {
                colours.apply(mat);
            }
            return mat;
        } catch (RuntimeException e) {
            mat.close();
            throw e;
        }
    }

    /** Takes over and closes {@code mat}. EXIF: 2 mirrored, 3 upside down, 6 needs a quarter turn clockwise, 8 the other way. */
    private static Mat upright(Mat mat, int orientation) {
        if (orientation == 1) {
            return mat;
        }
        Mat turned = new Mat();
        try (mat) {
            switch (orientation) {
                case 2 -> flip(mat, turned, 1);
                case 3 -> rotate(mat, turned, ROTATE_180);
                case 4 -> flip(mat, turned, 0);
                case 5 -> transpose(mat, turned);
                case 6 -> rotate(mat, turned, ROTATE_90_CLOCKWISE);
                case 7 -> {
                    try (Mat half = new Mat()) {
                        transpose(mat, half);
                        rotate(half, turned, ROTATE_180);
                    }
                }
                case 8 -> rotate(mat, turned, ROTATE_90_COUNTERCLOCKWISE);
                default -> throw new IllegalArgumentException("orientation " + orientation);
            }
        }
        return turned;
    }
}
