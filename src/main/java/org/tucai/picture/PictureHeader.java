package org.tucai.picture;

import org.tucai.picture.UnreadablePicture.Reason;

/**
 * What a picture file says about itself, read without decoding a pixel.
 *
 * @param type by its first bytes
 * @param width stored width in pixels, before the EXIF orientation is applied
 * @param height stored height in pixels, before the EXIF orientation is applied
 * @param orientation EXIF orientation 1 to 8; 1 when absent or out of range
 * @param animated whether there is more than one frame (APNG, animated WebP, GIF); only the first is decoded
 * @param components colour components without alpha: 1 grey, 3 colour, 4 CMYK
 * @param bits bits per component, 1 to 16; a palette counts as 8
 * @param alpha whether the file holds transparency
 * @param dpiX horizontal density in dots per inch, 0 when the file gives none
 * @param dpiY vertical density in dots per inch, 0 when the file gives none
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
    /** Largest file that is read: 10 MiB. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;
    /** Largest number of pixels that is decoded: 50 million. */
    public static final int MAX_PIXELS = 50_000_000;
    /**
     * Largest picture as a codec lays it out in memory, in bytes: 50 million pixels of colour. Fewer pixels are allowed with transparency,
     * which takes a third more, and at 16 bits per sample, which take twice as much; a progressive JPEG keeps two bytes per sample in the
     * decoder, which allows 25 million pixels when its chroma is at full resolution.
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

    /** Bytes after the end of the picture; not zero in polyglots, and where phones append a video or depth map. */
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

    /** As decoded: codecs expand grey with transparency to colour with transparency, and convert CMYK to colour line by line. */
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
