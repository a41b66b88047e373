package org.tucai.portrait.face;

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
     * @param maps one map after the other
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
     * @param maps one map after the other
     * @param height rows of a map
     * @param width columns of a map
     * @param rows cells from top to bottom, at most {@code height}
     * @param columns cells from left to right, at most {@code width}
     */
    static float[] pooled(float[] maps, int height, int width, int rows, int columns, boolean maximum) {
        int channels = maps.length / (height * width);
        float[] out = new float[channels * rows * columns];
        int at = 0;
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    float sum = 0;
                    float most = Float.NEGATIVE_INFINITY;
                    int count = 0;
                    for (int y = row * height / rows; y < (row + 1) * height / rows; y++) {
                        for (int x = column * width / columns; x < (column + 1) * width / columns; x++) {
                            float value = maps[(c * height + y) * width + x];
                            sum += value;
                            most = Math.max(most, value);
                            count++;
                        }
                    }
                    out[at++] = maximum ? most : sum / count;
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
