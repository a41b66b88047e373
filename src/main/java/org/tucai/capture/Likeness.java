package org.tucai.capture;

import org.bytedeco.opencv.opencv_core.Mat;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;

/**
 * A perceptual hash: one bit for each cell of a 16 × 16 grid, set if the cell is clearly brighter than its right neighbour. Unlike an exact
 * hash it survives re-encoding, scaling and brightening; it differs between two shots of one person. Pure.
 */
final class Likeness {
    /** Length of a hash in bytes. */
    static final int BYTES = 32;

    /**
     * A reviewer is shown another picture that differs in at most this many of the 256 bits: more than re-encoding or scaling changes,
     * fewer than the pictures of two persons differ in. Two shots of one person in one studio may be as close, so nothing is refused for
     * it.
     */
    static final int ALIKE = 16;

    /** In grey levels; keeps the noise of re-encoding an even background from setting bits. */
    private static final double MARGIN = 4;

    /** A quarter of the size suffices for means and is decoded in a fraction of the time. */
    private static final int REDUCTION = 4;

    private static final int ROWS = 16;
    private static final int COLUMNS = 17;

    private Likeness() {}

    /** The hash of a standard picture. */
    static byte[] of(byte[] jpeg) {
        double[][] light;
        try (Mat grey = Pictures.decode(jpeg, PictureHeader.of(jpeg), REDUCTION, true)) {
            light = fields(grey);
        } catch (UnreadablePicture e) {
            throw new IllegalArgumentException("not a standard picture", e);
        }
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

    /** Mean brightness of each field. */
    private static double[][] fields(Mat grey) {
        int width = grey.cols();
        int height = grey.rows();
        byte[] light = new byte[width * height];
        grey.data().get(light); // fresh from the decoder, so without gaps between the rows
        double[][] sums = new double[ROWS][COLUMNS];
        int[][] counts = new int[ROWS][COLUMNS];
        for (int y = 0; y < height; y++) {
            int row = y * ROWS / height;
            for (int x = 0; x < width; x++) {
                int column = x * COLUMNS / width;
                sums[row][column] += light[y * width + x] & 0xFF;
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
}
