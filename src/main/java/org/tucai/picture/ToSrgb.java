package org.tucai.picture;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Converts the colours of a decoded picture from the space that its file declares to sRGB, which everything after decoding assumes. */
interface ToSrgb {
    /** Converts a row of pixels in place: 8 bits, blue green red. */
    void convert(byte[] pixels);

    /** Converts a picture of such pixels in place. */
    default void apply(Mat picture) {
        byte[] row = new byte[3 * picture.cols()];
        for (int y = 0; y < picture.rows(); y++) {
            BytePointer line = picture.ptr(y);
            line.get(row);
            convert(row);
            line.put(row);
        }
    }

    /** The conversion for this file; null when it declares no space, one that cannot be used, or sRGB. */
    static @Nullable ToSrgb of(byte[] file, PictureHeader header) {
        try {
            return switch (header.type()) {
                case JPEG -> JpegColours.toSrgb(Bytes.of(file), header.components());
                case PNG -> PngColours.toSrgb(Bytes.of(file), header.components());
                case WEBP -> IccProfile.toSrgb(WebpHeader.profile(Bytes.of(file)), header.components());
                case GIF, BMP, HEIC -> null;
            };
        } catch (UnreadablePicture e) {
            return null; // as browsers do: the picture can be shown, only its colour space is unknown
        }
    }
}
