package org.tucai.portrait.annotated;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.Examination;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;

/**
 * Draws an examined photo: the allowed bands for crown, eyes and face width, the landmarks, a numbered place for every broken rule, and
 * beside the photo what is wrong and what to do about it.
 */
public final class AnnotatedPicture {
    /** Height of the drawing, pixels; the photo is scaled to it. */
    private static final int HEIGHT = 960;

    /** A wider photo is scaled to this width instead. */
    private static final int MOST = 960;

    private static final int PANEL = 560;

    private AnnotatedPicture() {}

    /**
     * The drawing as a PNG file.
     *
     * @param picture the examined file
     * @param locale English for English locales, else Chinese
     * @throws NoFontLibrary where Java cannot draw any text
     */
    public static byte[] png(byte[] picture, Examination examination, Profile profile, Locale locale)
            throws UnreadablePicture {
        BufferedImage photo = photo(picture);
        BufferedImage sheet = new BufferedImage(photo.getWidth() + PANEL, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, sheet.getWidth(), HEIGHT);
        Lettering lettering = Lettering.of(locale);
        List<RuleResult> complaints = examination.report().complaints();
        int top = (HEIGHT - photo.getHeight()) / 2;
        g.translate(0, top);
        g.drawImage(photo, 0, 0, null);
        g.clipRect(0, 0, photo.getWidth(), photo.getHeight()); // a face at the edge has landmarks beyond it
        new Overlay(g, photo.getWidth(), photo.getHeight(), lettering).draw(examination, profile, complaints);
        g.setClip(null);
        g.translate(photo.getWidth(), -top);
        new Panel(g, PANEL, HEIGHT, lettering).draw(examination.report(), complaints);
        g.dispose();
        return encode(sheet);
    }

    private static BufferedImage photo(byte[] picture) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(picture);
        int reduction = 1;
        while (reduction < 8 && header.uprightHeight() / (reduction * 2) >= HEIGHT) {
            reduction *= 2;
        }
        try (Mat mat = Pictures.decode(picture, header, reduction, false);
                Mat scaled = new Mat()) {
            double zoom = Math.min((double) HEIGHT / mat.rows(), (double) MOST / mat.cols());
            int width = (int) Math.max(1, Math.round(mat.cols() * zoom));
            int height = (int) Math.max(1, Math.round(mat.rows() * zoom));
            int how = zoom < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_CUBIC;
            try (Size size = new Size(width, height)) {
                opencv_imgproc.resize(mat, scaled, size, 0, 0, how);
            }
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
            ByteBuffer bytes = scaled.createBuffer();
            bytes.get(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
            return image;
        }
    }

    private static byte[] encode(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
