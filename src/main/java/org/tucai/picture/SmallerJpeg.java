package org.tucai.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/** Pictures made smaller, upright and without metadata, in memory alone. */
public final class SmallerJpeg {
    private SmallerJpeg() {}

    /**
     * A JPEG that just fits into that many pixels, in the picture's proportions.
     *
     * @param picture JPEG or PNG
     * @param quality 0 to 1
     * @throws IOException not a picture that can be read
     */
    public static byte[] of(byte[] picture, int width, int height, double quality) throws IOException {
        // else what is read and written passes, in the clear, through files in the temporary folder
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
