package org.tucai.capturecode;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws the QR picture of a capture code, as an authority hands it out. */
public final class CaptureCodePicture {
    private static final int MODULE_PIXELS = 8;
    private static final int QUIET_MODULES = 4;
    /** Beyond this a version 15 symbol has no room for error correction level M. */
    private static final int LONGEST_AT_LEVEL_M = 412;

    private CaptureCodePicture() {}

    /** Black on white, {@value #MODULE_PIXELS} pixels a module, with the full quiet zone. */
    public static BufferedImage draw(String text) {
        ByteMatrix modules = symbol(text);
        int side = (modules.getWidth() + 2 * QUIET_MODULES) * MODULE_PIXELS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.getRaster().setSample(x, y, 0, isDark(modules, x, y) ? 0 : 255);
            }
        }
        return image;
    }

    /** The same as a PNG file. */
    public static byte[] png(String text) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(draw(text), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static boolean isDark(ByteMatrix modules, int x, int y) {
        int column = x / MODULE_PIXELS - QUIET_MODULES;
        int row = y / MODULE_PIXELS - QUIET_MODULES;
        return column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) == 1;
    }

    private static ByteMatrix symbol(String text) {
        try {
            ErrorCorrectionLevel level =
                    text.length() <= LONGEST_AT_LEVEL_M ? ErrorCorrectionLevel.M : ErrorCorrectionLevel.L;
            return Encoder.encode(text, level, Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text does not fit into a QR code", e);
        }
    }
}
