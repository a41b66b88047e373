package org.tucai.portrait.face;

/**
 * The file as it came.
 *
 * @param type the picture type by its magic bytes, for example {@code JPEG}
 * @param bytes size of the file
 * @param width pixels, upright
 * @param height pixels, upright
 * @param channels colour channels: 1 grey, or black and white in three channels; 3 colour; 4 CMYK or with alpha
 * @param dpi dots per inch, 0 when the file does not say
 * @param jpegQuality estimated from the quantisation tables, 1..100; 0 when it is no JPEG
 * @param mirrored whether the file says that it is mirrored (EXIF orientation 2, 4, 5 or 7)
 */
public record FileFacts(
        String type, long bytes, int width, int height, int channels, double dpi, int jpegQuality, boolean mirrored) {}
