package org.tucai.portrait.face;

import java.nio.FloatBuffer;
import java.util.List;

/** The last layers of a mask network: from its last maps to one number for each point of the mask. */
final class MaskEnd {
    /** Rows of maps that are computed together: enough to keep vector instructions busy, few enough for the processor's cache. */
    private static final int ROWS = 8;

    private final List<TransposedConvolution> layers;

    /** @param layers the last makes a single map */
    MaskEnd(TransposedConvolution... layers) {
        this.layers = List.of(layers);
    }

    /**
     * The mask, before it is squeezed to 0..1.
     *
     * @param maps square ones: all maps of a point, then those of the next
     * @return rows of a square that each layer makes twice as wide and high
     */
    float[] of(FloatBuffer maps) {
        int channels = layers.getFirst().maps();
        int width = (int) Math.round(Math.sqrt((double) maps.capacity() / channels));
        int rows = Math.min(ROWS, width);
        int points = rows * width;
        float[] strip = new float[points * channels];
        float[][] apart = new float[channels][points];
        Strips strips = new Strips(width, points);
        for (int start = 0; start < width; start += rows) {
            int row = Math.min(
                    start, width - rows); // where rows are left over, the last strip begins within the one before
            maps.get(row * width * channels, strip);
            separate(strip, apart);
            strips.fill(row, apart);
        }
        return strips.out;
    }

    /** Each map on its own. */
    private static void separate(float[] maps, float[][] apart) {
        int channels = apart.length;
        for (int c = 0; c < channels; c++) {
            float[] map = apart[c];
            for (int i = 0; i < map.length; i++) {
                map[i] = maps[i * channels + c];
            }
        }
    }

    /** Passes strips of rows through the layers, in the same arrays for all of them. */
    private final class Strips {
        private final int width;
        private final float[] out;
        /** What each layer makes. */
        private final List<float[][]> made;

        Strips(int width, int points) {
            this.width = width;
            this.out = new float[(width * width) << (2 * layers.size())];
            this.made = layers.stream()
                    .map(layer -> new float[layer.made()][points])
                    .toList();
        }

        /** @param row of the maps with which the strip begins */
        void fill(int row, float[][] maps) {
            fill(0, maps, row, 0, 0);
        }

        /** Passes maps through the layers from {@code layer} on; x and y are their offset in the square that each point becomes. */
        private void fill(int layer, float[][] from, int row, int x, int y) {
            if (layer == layers.size()) {
                place(from[0], row, x, y);
                return;
            }
            TransposedConvolution convolution = layers.get(layer);
            float[][] to = made.get(layer);
            for (int quarter = 0; quarter < 4; quarter++) {
                convolution.quarter(quarter, from, to);
                fill(layer + 1, to, row, 2 * x + quarter % 2, 2 * y + quarter / 2);
            }
        }

        private void place(float[] numbers, int row, int x, int y) {
            int times = 1 << layers.size();
            for (int start = 0; start < numbers.length; start += width) {
                int at = ((row + start / width) * times + y) * width * times + x;
                for (int i = 0; i < width; i++) {
                    out[at + i * times] = numbers[start + i];
                }
            }
        }
    }
}
