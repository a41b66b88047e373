package org.tucai.picture;

import org.tucai.picture.UnreadablePicture.Reason;

/**
 * What a picture file says about itself, read without decoding a pixel.
 *
 * @param type by its first bytes
 * @param width stored width in pixels, before the EXIF orientation is applied
 * @param height stored height in pixels, before the EXIF orientation is applied
 * @param orientation EXIF orientation 1 to 8; 1 when absent or out of range
 * @param animated more than one frame (APNG, animated WebP, GIF); the first one is decoded
 * @param components colour components without alpha: 1 grey, 3 colour, 4 CMYK
 * @param bits bits per component, 1 to 16; a palette counts as 8
 * @param alpha the file holds transparency
 * @param dpiX horizontal density in dots per inch, 0 when the file names none
 * @param dpiY vertical density in dots per inch, 0 when the file names none
 * @param jpegQuality 1 to 100 by the nearest IJG quantisation tables, 0 when not a JPEG
 * @param length bytes of the picture itself; what follows (a second file, a phone's trailer) is never decoded
 * @param fileLength bytes of the whole file
 */
public record PictureHeader(
        PictureType type,
        int width,
        int height,
        int orientation,
        boolean animated,
        int components,
        int bits,
        boolean alpha,
        int dpiX,
        int dpiY,
        int jpegQuality,
        int length,
        int fileLength) {
    /** Largest file that is looked at: 10 MiB. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;
    /** Largest number of pixels that is decoded: 50 million. */
    public static final int MAX_PIXELS = 50_000_000;
    /**
     * Largest picture as a codec lays it out in memory, in bytes: 50 million pixels as colour. Transparency takes a third more
     * and 16 bits a sample twice as much, so that fewer pixels are taken; and of a progressive JPEG the decoder keeps two bytes of every
     * sample, so that it is 25 million where its colours are stored in full.
     */
    public static final long MAX_DECODED_BYTES = 3L * MAX_PIXELS;
    /** Longest side that is decoded, in pixels: room for a long chat screenshot. */
    public static final int MAX_SIDE = 20_000;

    /**
     * Reads the header and checks the bounds.
     *
     * @throws UnreadablePicture when this file must not, or cannot, be decoded
     */
    public static PictureHeader of(byte[] file) throws UnreadablePicture {
        if (file.length == 0) {
            throw new UnreadablePicture(Reason.EMPTY);
        }
        if (file.length > MAX_BYTES) {
            throw new UnreadablePicture(Reason.TOO_MANY_BYTES);
        }
        PictureType type = PictureType.sniff(file);
        if (type == null) {
            throw new UnreadablePicture(Reason.NOT_A_PICTURE);
        }
        Bytes bytes = Bytes.of(file);
        PictureHeader header = switch (type) {
            case JPEG -> JpegHeader.read(bytes);
            case PNG -> PngHeader.read(bytes);
            case WEBP -> WebpHeader.read(bytes);
            case GIF -> GifHeader.read(bytes);
            case BMP -> BmpHeader.read(bytes);
            case HEIC -> throw new UnreadablePicture(Reason.HEIC_UNSUPPORTED);
        };
        header.checkBounds();
        return header;
    }

    /** Width in pixels as a person sees the picture, EXIF orientation applied. */
    public int uprightWidth() {
        return orientation >= 5 ? height : width;
    }

    /** Height in pixels as a person sees the picture, EXIF orientation applied. */
    public int uprightHeight() {
        return orientation >= 5 ? width : height;
    }

    /** Bits per pixel without alpha: 24 for the usual JPEG. */
    public int colourDepth() {
        return components * bits;
    }

    /** Bytes after the end of the picture; not zero in polyglots, and in files of phones that append a video or depth map. */
    public int trailingBytes() {
        return fileLength - length;
    }

    private void checkBounds() throws UnreadablePicture {
        if (width <= 0 || height <= 0) {
            throw new UnreadablePicture(Reason.CORRUPT);
        }
        checkSize(width, height);
        if ((long) width * height * bytesPerPixel() > MAX_DECODED_BYTES) {
            throw new UnreadablePicture(Reason.TOO_MANY_PIXELS);
        }
    }

    /** As decoded: a codec turns grey with transparency into colour with transparency, and CMYK into colour line by line. */
    private int bytesPerPixel() {
        int channels = alpha ? 4 : type == PictureType.JPEG ? 3 : components;
        return channels * (bits > Byte.SIZE ? 2 : 1);
    }

    static void checkSize(int width, int height) throws UnreadablePicture {
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw new UnreadablePicture(Reason.TOO_MANY_PIXELS);
        }
    }
}
