package org.tucai.portrait.face;

/**
 * What the networks made of the picture on the way to their answers: inner maps, averaged over cells. It costs nothing more
 * to keep them, and they are what trained classifiers look at. Never change a layer or a cell count without training anew.
 *
 * @param face of the face mesh network, {@value #FACE} numbers
 * @param person of the person mask network, {@value #PERSON} numbers
 * @param hair of the hair mask network, {@value #HAIR} numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record Traits(float[] face, float[] person, float[] hair) {
    /** 128 maps in 6 x 6 cells and 128 in 3 x 3. */
    public static final int FACE = 128 * 36 + 128 * 9;
    /** Twice 32 maps in 4 x 4 cells. */
    public static final int PERSON = 2 * 32 * 16;
    /** 128 maps in 4 x 4 cells. */
    public static final int HAIR = 128 * 16;

    /**
     * Averages square maps over cells.
     *
     * @param maps one map after the other
     * @param channels how many maps
     * @param cells in a row; the maps' side need not be a multiple
     */
    static float[] pooled(float[] maps, int channels, int cells) {
        int side = (int) Math.round(Math.sqrt((double) maps.length / channels));
        float[] out = new float[channels * cells * cells];
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < cells; row++) {
                for (int column = 0; column < cells; column++) {
                    out[(c * cells + row) * cells + column] = mean(
                            maps,
                            c * side * side,
                            side,
                            row * side / cells,
                            (row + 1) * side / cells,
                            column * side / cells,
                            (column + 1) * side / cells);
                }
            }
        }
        return out;
    }

    private static float mean(float[] maps, int at, int side, int top, int bottom, int left, int right) {
        float sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += maps[at + y * side + x];
            }
        }
        return sum / ((bottom - top) * (right - left));
    }

    /** Arrays one after the other. */
    static float[] joined(float[] first, float[] second) {
        float[] out = new float[first.length + second.length];
        System.arraycopy(first, 0, out, 0, first.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }
}
