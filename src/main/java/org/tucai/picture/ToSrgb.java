package org.tucai.picture;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Turns the colours of a decoded picture from what its file says they mean to sRGB, which everything after the decoding takes them for. */
interface ToSrgb {
    /** Changes a row of pixels in its place: 8 bits, blue green red. */
    void convert(byte[] pixels);

    /** Changes a picture in its place, likewise. */
    default void apply(Mat picture) {
        byte[] row = new byte[3 * picture.cols()];
        for (int y = 0; y < picture.rows(); y++) {
            BytePointer line = picture.ptr(y);
            line.get(row);
            convert(row);
            line.put(row);
        }
    }

    /** For the colours of this file; null when it says nothing, nothing that can be followed, or sRGB. */
    static @Nullable ToSrgb of(byte[] file, PictureHeader header) {
        try {
            return switch (header.type()) {
                case JPEG -> JpegColours.toSrgb(Bytes.of(file), header.components());
                case PNG -> PngColours.toSrgb(Bytes.of(file), header.components());
                case WEBP -> IccProfile.toSrgb(WebpHeader.profile(Bytes.of(file)), header.components());
                case GIF, BMP, HEIC -> null;
            };
        } catch (UnreadablePicture e) {
            return null; // as browsers do: the picture is there, what its colours mean is not known
        }
    }
}
