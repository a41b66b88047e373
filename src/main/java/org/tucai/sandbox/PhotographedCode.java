package org.tucai.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A code as if photographed from a screen or a print: rotated, tilted, unevenly lit, noisy, JPEG. */
final class PhotographedCode {
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1440;
    private static final int DESK = 120;
    private static final int PAPER_MARGIN = 60;
    private static final double SIDE = 620;
    private static final float JPEG_QUALITY = 0.8f;

    private final BufferedImage code;
    private final Random random;
    private final double turn;
    private final double tiltX;
    private final double tiltY;

    private PhotographedCode(BufferedImage code, long seed) {
        this.code = code;
        this.random = new Random(seed);
        this.turn = Math.toRadians(8 + random.nextDouble() * 20) * (random.nextBoolean() ? 1 : -1);
        this.tiltX = (random.nextDouble() - 0.5) * 0.0005;
        this.tiltY = (random.nextDouble() - 0.5) * 0.0005;
    }

    /** The same seed gives the same file. */
    static byte[] of(BufferedImage code, long seed) throws IOException {
        return jpeg(new PhotographedCode(code, seed).shot());
    }

    private BufferedImage shot() {
        BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        double scale = code.getWidth() / SIDE;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double dx = x - WIDTH / 2.0;
                double dy = y - HEIGHT / 2.0;
                double depth = 1 + tiltX * dx + tiltY * dy;
                double u = (Math.cos(turn) * dx + Math.sin(turn) * dy) / depth * scale + code.getWidth() / 2.0;
                double v = (-Math.sin(turn) * dx + Math.cos(turn) * dy) / depth * scale + code.getHeight() / 2.0;
                double light = 0.75 + 0.25 * (x + y) / (WIDTH + HEIGHT);
                int grey = (int) Math.clamp(sample(u, v) * light + random.nextGaussian() * 6, 0, 255);
                photo.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return photo;
    }

    /** Samples bilinearly; the paper's margin is white, the desk around it grey. */
    private double sample(double u, double v) {
        int x = (int) Math.floor(u);
        int y = (int) Math.floor(v);
        double fx = u - x;
        double fy = v - y;
        double top = pixel(x, y) * (1 - fx) + pixel(x + 1, y) * fx;
        double bottom = pixel(x, y + 1) * (1 - fx) + pixel(x + 1, y + 1) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    private double pixel(int x, int y) {
        if (x >= 0 && y >= 0 && x < code.getWidth() && y < code.getHeight()) {
            return 30 + code.getRaster().getSample(x, y, 0) * 200 / 255.0;
        }
        boolean paper = x > -PAPER_MARGIN
                && y > -PAPER_MARGIN
                && x < code.getWidth() + PAPER_MARGIN
                && y < code.getHeight() + PAPER_MARGIN;
        return paper ? 230 : DESK;
    }

    private static byte[] jpeg(BufferedImage photo) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(photo, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
