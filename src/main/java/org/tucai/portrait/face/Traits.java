package org.tucai.portrait.face;

import java.util.Arrays;

/**
 * What the networks made of the picture on the way to their answers: inner maps, averaged over cells. It costs nothing more
 * to keep them, and they are what trained classifiers look at. Never change a layer or a cell count without training anew.
 *
 * @param face of the face mesh network, {@value #FACE} numbers
 * @param person of the person mask network, {@value #PERSON} numbers
 * @param hair of the hair mask network, {@value #HAIR} numbers
 * @param iris of the iris network over both eyes, {@value #IRIS} numbers
 * @param close of the glasses network over every {@link Closeup}, one after the other
 * @param trained what the project's own networks answer about every {@link TrainedCloseup}, one after the other; above 0
 *     they see the rule met
 */
@SuppressWarnings("ArrayRecordComponent")
public record Traits(float[] face, float[] person, float[] hair, float[] iris, float[] close, float[] trained) {
    /** 128 maps in 6 x 6 cells and 128 in 3 x 3. */
    public static final int FACE = 128 * 36 + 128 * 9;
    /** Twice 32 maps in 4 x 4 cells. */
    public static final int PERSON = 2 * 32 * 16;
    /** 128 maps in 4 x 4 cells. */
    public static final int HAIR = 128 * 16;
    /** 128 maps in 4 x 4 cells of two branches: both eyes' mean, and the lower of the two. */
    public static final int IRIS = 2 * 2 * 128 * 16;

    /**
     * Averages square maps over cells.
     *
     * @param maps all maps of a point, then those of the next
     * @param channels how many maps
     * @param cells in a row; the maps' side need not be a multiple
     */
    static float[] pooled(float[] maps, int channels, int cells) {
        int side = (int) Math.round(Math.sqrt((double) maps.length / channels));
        return pooled(maps, side, side, cells, cells, false);
    }

    /**
     * The mean or the maximum of each cell of each map.
     *
     * @param maps all maps of a point, then those of the next
     * @param height rows of a map
     * @param width columns of a map
     * @param rows cells from top to bottom, at most {@code height}
     * @param columns cells from left to right, at most {@code width}
     */
    static float[] pooled(float[] maps, int height, int width, int rows, int columns, boolean maximum) {
        int channels = maps.length / (height * width);
        int cells = rows * columns;
        float[] out = new float[channels * cells];
        float[] cell = new float[channels];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Arrays.fill(cell, maximum ? Float.NEGATIVE_INFINITY : 0);
                int count = 0;
                for (int y = row * height / rows; y < (row + 1) * height / rows; y++) {
                    for (int x = column * width / columns; x < (column + 1) * width / columns; x++) {
                        int at = (y * width + x) * channels;
                        for (int c = 0; c < channels; c++) {
                            cell[c] = maximum ? Math.max(cell[c], maps[at + c]) : cell[c] + maps[at + c];
                        }
                        count++;
                    }
                }
                for (int c = 0; c < channels; c++) {
                    out[c * cells + row * columns + column] = maximum ? cell[c] : cell[c] / count;
                }
            }
        }
        return out;
    }

    /** Arrays one after the other. */
    static float[] joined(float[] first, float[] second) {
        float[] out = new float[first.length + second.length];
        System.arraycopy(first, 0, out, 0, first.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }
}
