package org.tucai.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/** Scales pictures down, upright and without metadata, in memory only. */
public final class SmallerJpeg {
    private SmallerJpeg() {}

    /**
     * A JPEG scaled to fit the given width and height in pixels, its aspect ratio kept.
     *
     * @param picture JPEG or PNG
     * @param quality 0 to 1
     * @throws IOException not a picture that can be read
     */
    public static byte[] of(byte[] picture, int width, int height, double quality) throws IOException {
        // otherwise Image I/O caches what it reads and writes, unencrypted, in files of the temporary folder
        ImageIO.setUseCache(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
        Thumbnails.of(new ByteArrayInputStream(picture))
                .size(width, height)
                .outputFormat("jpg")
                .outputQuality(quality)
                .toOutputStream(out);
        return out.toByteArray();
    }
}
