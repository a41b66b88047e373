package org.tucai.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/** Scales pictures down, upright, on white and without metadata, in memory only. */
public final class SmallerJpeg {
    private SmallerJpeg() {}

    /**
     * A JPEG scaled down to fit the given width and height in pixels, its aspect ratio kept; a smaller picture keeps its size.
     *
     * @param picture JPEG or PNG
     * @param quality 0 to 1
     * @throws IOException not a picture that can be read
     */
    public static byte[] of(byte[] picture, int width, int height, double quality) throws IOException {
        // otherwise Image I/O caches what it reads and writes, unencrypted, in files of the temporary folder
        ImageIO.setUseCache(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
        try {
            PictureHeader header = PictureHeader.of(picture);
            Thumbnails.of(new ByteArrayInputStream(picture))
                    .size(Math.min(width, header.uprightWidth()), Math.min(height, header.uprightHeight()))
                    .addFilter(SmallerJpeg::onWhite)
                    .outputFormat("jpg")
                    .outputQuality(quality)
                    .toOutputStream(out);
        } catch (UnreadablePicture | RuntimeException e) {
            // Image I/O throws runtime exceptions too, as at a profile that does not fit the picture
            throw new IOException("not a picture that can be read", e);
        }
        return out.toByteArray();
    }

    /** A JPEG knows no transparency: the library would put what shines through on black. */
    private static BufferedImage onWhite(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = opaque.createGraphics();
        g.drawImage(picture, 0, 0, Color.WHITE, null);
        g.dispose();
        return opaque;
    }
}
