package org.tucai.bench.code;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A drawn page with a code in the middle, a coloured header and strokes like dense text around the code. Measured in modules. */
public final class CodePage {
    /** Pixels per side of a drawn module. */
    static final int FINE = 6;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int SHORTEST = 200;
    private static final int LONGEST = 400;
    private static final int TEXT_MARGIN = 22;
    private static final int HEAD = 12;

    final String text;
    /** Modules per side of the code. */
    final int modules;
    /** Position of the code's top left corner on the page, the same in x and y, in modules. */
    final int corner;
    /** Side of the page in modules. */
    final int side;

    private final int[] pixels;

    /** A page with a code of 200 to 400 random characters. */
    CodePage(Random random) {
        this(random, true);
    }

    /** @param shown whether there is a code; otherwise text is drawn instead */
    CodePage(Random random, boolean shown) {
        text = text(random, SHORTEST + random.nextInt(LONGEST - SHORTEST + 1));
        ByteMatrix matrix = matrix(text);
        modules = matrix.getWidth();
        corner = TEXT_MARGIN + HEAD;
        side = modules + 2 * corner;
        BufferedImage image = new BufferedImage(side * FINE, side * FINE, BufferedImage.TYPE_INT_RGB);
        draw(image.createGraphics(), shown ? matrix : null, random);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Random characters of base64url. */
    public static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The modules of a code at error correction level M. */
    public static ByteMatrix matrix(String text) {
        try {
            Map<EncodeHintType, Object> hints = Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1");
            return Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The colour at a point given in modules, as 0xRRGGBB; -1 outside the page. */
    int at(double u, double v) {
        int x = (int) Math.floor(u * FINE);
        int y = (int) Math.floor(v * FINE);
        int width = side * FINE;
        return x < 0 || y < 0 || x >= width || y >= width ? -1 : pixels[y * width + x] & 0xFFFFFF;
    }

    private void draw(Graphics2D g, @Nullable ByteMatrix matrix, Random random) {
        g.scale(FINE, FINE);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, side, side));
        g.setColor(new Color(20 + random.nextInt(60), 80 + random.nextInt(80), 180 + random.nextInt(70)));
        g.fill(new Rectangle2D.Double(0, 0, side, HEAD - 2));
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(30, 30, 30));
        strokes(g, random);
        if (matrix != null) {
            code(g, matrix, 2 + random.nextInt(3));
        }
        g.dispose();
    }

    private void code(Graphics2D g, ByteMatrix matrix, int quiet) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(corner - quiet, corner - quiet, modules + 2 * quiet, modules + 2 * quiet));
        g.setColor(Color.BLACK);
        for (int y = 0; y < modules; y++) {
            for (int x = 0; x < modules; x++) {
                if (matrix.get(x, y) == 1) {
                    g.fill(new Rectangle2D.Double(corner + x, corner + y, 1, 1));
                }
            }
        }
    }

    private void strokes(Graphics2D g, Random random) {
        double em = 3.5 + random.nextDouble();
        for (double y = HEAD; y + em < side; y += 1.6 * em) {
            for (double x = 3; x + em < side - 3; x += 1.1 * em) {
                g.setStroke(new BasicStroke((float) (0.09 * em)));
                for (int k = 0; k < 6; k++) {
                    boolean level = random.nextBoolean();
                    double a = random.nextDouble() * em;
                    double b = random.nextDouble() * em;
                    double c = random.nextDouble() * em;
                    g.draw(
                            level
                                    ? new Line2D.Double(x + a, y + b, x + c, y + b)
                                    : new Line2D.Double(x + b, y + a, x + b, y + c));
                }
            }
        }
    }
}
