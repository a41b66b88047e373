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
        float[] out = new float[(width * width) << (2 * layers.size())];
        float[] strip = new float[ROWS * width * channels];
        for (int row = 0; row < width; row += ROWS) {
            int points = Math.min(ROWS, width - row) * width;
            maps.get(row * width * channels, strip, 0, points * channels);
            new Strip(width, row, out).fill(0, apart(strip, channels, points), 0, 0);
        }
        return out;
    }

    /** Each map on its own. */
    private static float[][] apart(float[] maps, int channels, int points) {
        float[][] apart = new float[channels][points];
        for (int c = 0; c < channels; c++) {
            float[] map = apart[c];
            for (int i = 0; i < points; i++) {
                map[i] = maps[i * channels + c];
            }
        }
        return apart;
    }

    /** Some rows of the maps and where they end up. */
    private final class Strip {
        private final int width;
        private final int row;
        private final float[] out;

        Strip(int width, int row, float[] out) {
            this.width = width;
            this.row = row;
            this.out = out;
        }

        /** Passes maps through the layers from {@code layer} on; x and y are their offset in the square that each point becomes. */
        void fill(int layer, float[][] from, int x, int y) {
            if (layer == layers.size()) {
                place(from[0], x, y);
                return;
            }
            TransposedConvolution convolution = layers.get(layer);
            float[][] to = new float[convolution.made()][from[0].length];
            for (int quarter = 0; quarter < 4; quarter++) {
                convolution.quarter(quarter, from, to);
                fill(layer + 1, to, 2 * x + quarter % 2, 2 * y + quarter / 2);
            }
        }

        private void place(float[] numbers, int x, int y) {
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
