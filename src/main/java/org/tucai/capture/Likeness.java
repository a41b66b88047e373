package org.tucai.capture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A perceptual hash: for a grid of 16 × 16 fields, whether each is clearly brighter than its neighbour to the right. It survives saving
 * again, scaling and brightening, which an exact hash does not, and differs between two shots of one person. Pure.
 */
final class Likeness {
    /** Length of a hash in bytes. */
    static final int BYTES = 32;

    /**
     * Up to so many of the 256 bits a reviewer is shown the other picture: more than saving again or scaling changes, less than
     * two persons' pictures differ by. Two shots of one person in one studio may come as near, so nothing is refused for it.
     */
    static final int ALIKE = 16;

    /** In grey levels: in an even background nothing is brighter than anything, whatever saving again does to it. */
    private static final double MARGIN = 4;

    /** Every other pixel both ways is enough for a mean. */
    private static final int STEP = 2;

    private static final int ROWS = 16;
    private static final int COLUMNS = 17;

    private Likeness() {}

    /** The hash of a standard picture. */
    static byte[] of(byte[] jpeg) {
        double[][] light = fields(decoded(jpeg));
        byte[] hash = new byte[BYTES];
        for (int bit = 0; bit < ROWS * (COLUMNS - 1); bit++) {
            int row = bit / (COLUMNS - 1);
            int column = bit % (COLUMNS - 1);
            if (light[row][column] > light[row][column + 1] + MARGIN) {
                hash[bit / Byte.SIZE] |= (byte) (1 << (bit % Byte.SIZE));
            }
        }
        return hash;
    }

    /** In how many bits two hashes differ, 0-256. */
    static int distance(byte[] one, byte[] other) {
        ByteBuffer a = ByteBuffer.wrap(one);
        ByteBuffer b = ByteBuffer.wrap(other);
        int bits = 0;
        while (a.hasRemaining()) {
            bits += Long.bitCount(a.getLong() ^ b.getLong());
        }
        return bits;
    }

    /** Mean brightness of each field. */
    private static double[][] fields(BufferedImage picture) {
        double[][] sums = new double[ROWS][COLUMNS];
        int[][] counts = new int[ROWS][COLUMNS];
        int[] line = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y += STEP) {
            int row = y * ROWS / picture.getHeight();
            picture.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int x = 0; x < line.length; x += STEP) {
                int column = x * COLUMNS / line.length;
                int rgb = line[x];
                sums[row][column] += 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
                counts[row][column]++;
            }
        }
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                sums[row][column] /= counts[row][column];
            }
        }
        return sums;
    }

    private static BufferedImage decoded(byte[] jpeg) {
        try {
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))); // not through a file
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
