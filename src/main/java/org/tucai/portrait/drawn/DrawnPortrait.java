package org.tucai.portrait.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A portrait drawn by the program: a person who does not exist, like a phone picture of 1500 x 2000 pixels before a plain
 * wall. For demonstrations and tests that have no photograph; the detectors of both modes find the face.
 */
public final class DrawnPortrait {
    public static final int WIDTH = 1500;
    public static final int HEIGHT = 2000;
    /** Distance between the pupils, pixels. */
    public static final int EYES = 300;

    private static final int CHANNELS = 3;

    private static final Color[] SKINS = {
        new Color(231, 190, 160), new Color(220, 172, 138), new Color(198, 146, 112), new Color(160, 110, 80)
    };
    private static final Color[] SHIRTS = {
        new Color(62, 66, 70), new Color(96, 40, 44), new Color(52, 78, 60), new Color(90, 80, 70)
    };

    private final Random random;
    private final Color skin;
    private final Color shirt;
    private final Color wall;

    private DrawnPortrait(long seed, Color wall) {
        this.random = new Random(seed);
        this.skin = SKINS[(int) Math.floorMod(seed, (long) SKINS.length)];
        this.shirt = SHIRTS[(int) Math.floorMod(seed / 3, (long) SHIRTS.length)];
        this.wall = wall;
    }

    /**
     * A picture as a JPEG file; the same seed draws the same picture.
     *
     * @param seed chooses skin, clothes and grain
     */
    public static byte[] jpeg(long seed) {
        return encode(new DrawnPortrait(seed, new Color(238, 239, 240)).draw());
    }

    /** A picture before a wall of a colour, red, green and blue 0..255. */
    public static byte[] jpeg(long seed, int red, int green, int blue) {
        return encode(new DrawnPortrait(seed, new Color(red, green, blue)).draw());
    }

    private BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(wall);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        AffineTransform eyes = new AffineTransform();
        eyes.translate(WIDTH / 2.0, 900);
        eyes.scale(EYES, EYES);
        g.transform(eyes);
        new Figure(g, skin, shirt, random).draw();
        g.setStroke(new BasicStroke(0.01f));
        new Face(g, skin).draw();
        g.dispose();
        return grainy(image);
    }

    /** A lens is never perfectly sharp and a sensor never silent: a small blur, then grain. */
    private BufferedImage grainy(BufferedImage image) {
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] from = to.clone();
        int row = WIDTH * CHANNELS;
        for (int pixel = 0; pixel < to.length; pixel += CHANNELS) {
            int grain = (int) Math.round(random.nextGaussian() * 2.5);
            boolean inside = pixel >= row && pixel < to.length - row;
            for (int at = pixel; at < pixel + CHANNELS; at++) {
                int blurred =
                        inside ? (4 * (from[at] & 255) + around(from, at, row)) / 8 : blurredAtTheEdge(from, at, row);
                to[at] = (byte) Math.clamp(blurred + grain, 0, 255);
            }
        }
        return image;
    }

    private static int around(byte[] from, int at, int row) {
        return (from[at - CHANNELS] & 255)
                + (from[at + CHANNELS] & 255)
                + (from[at - row] & 255)
                + (from[at + row] & 255);
    }

    private static int blurredAtTheEdge(byte[] from, int at, int row) {
        int sum = 4 * (from[at] & 255);
        int weight = 4;
        for (int step : new int[] {-CHANNELS, CHANNELS, -row, row}) {
            if (at + step >= 0 && at + step < from.length) {
                sum += from[at + step] & 255;
                weight++;
            }
        }
        return sum / weight;
    }

    private static byte[] encode(BufferedImage image) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(0.92f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
