package org.tucai.portrait.face;

import java.util.Arrays;

/**
 * A transposed convolution of 2 x 2 points with stride 2: every point becomes a square of four, and no two squares overlap. Mask networks
 * end with it. XNNPACK computes it point by point with most lanes of the processor idle, which took more than a third of such a network's
 * time; here all points are computed at once, map by map.
 */
final class TransposedConvolution {
    /** How many maps are added up at a time. */
    private static final int TOGETHER = 4;

    private final int maps;
    /** Of each quarter, then each map that it makes: what every map is multiplied with. */
    private final float[][][] weights;

    private final float[] bias;
    /** What numbers below 0 are multiplied with, per map. */
    private final float[] slope;

    private TransposedConvolution(int maps, float[][][] weights, float[] bias, float[] slope) {
        this.maps = maps;
        this.weights = weights;
        this.bias = bias;
        this.slope = slope;
    }

    /**
     * A layer.
     *
     * @param kernel for each map that is made the rows and columns of its square, for each of their four points a number per map
     * @param bias a number per map that is made
     * @param slope likewise, of the parametric rectifier behind the layer; all 1 where there is none
     */
    static TransposedConvolution of(float[] kernel, float[] bias, float[] slope) {
        int made = bias.length;
        int maps = kernel.length / (4 * made);
        float[][][] weights = new float[4][made][];
        for (int quarter = 0; quarter < 4; quarter++) {
            for (int map = 0; map < made; map++) {
                int at = (map * 4 + quarter) * maps;
                weights[quarter][map] = Arrays.copyOfRange(kernel, at, at + maps);
            }
        }
        return new TransposedConvolution(maps, weights, bias, slope);
    }

    /** Of a layer that makes two maps and has no rectifier, one that makes what the second is above the first. */
    TransposedConvolution difference() {
        float[][][] weights = new float[4][1][maps];
        for (int quarter = 0; quarter < 4; quarter++) {
            for (int i = 0; i < maps; i++) {
                weights[quarter][0][i] = this.weights[quarter][1][i] - this.weights[quarter][0][i];
            }
        }
        return new TransposedConvolution(maps, weights, new float[] {bias[1] - bias[0]}, new float[] {1});
    }

    /** How many maps it takes. */
    int maps() {
        return maps;
    }

    /** How many maps it makes. */
    int made() {
        return bias.length;
    }

    /**
     * One point of each square of four.
     *
     * @param quarter 0 above on the left, 1 above on the right, 2 and 3 below
     * @param from the maps, all of one length
     * @param to receives the maps that are made, of that length
     */
    void quarter(int quarter, float[][] from, float[][] to) {
        for (int map = 0; map < bias.length; map++) {
            float[] sums = to[map];
            Arrays.fill(sums, bias[map]);
            float[] weight = weights[quarter][map];
            for (int i = 0; i < maps; i += TOGETHER) {
                add(weight, from, i, sums);
            }
            if (slope[map] != 1) {
                rectify(sums, slope[map]);
            }
        }
    }

    private static void add(float[] weight, float[][] from, int first, float[] sums) {
        float[] a = from[first];
        float[] b = from[first + 1];
        float[] c = from[first + 2];
        float[] d = from[first + 3];
        float aWeight = weight[first];
        float bWeight = weight[first + 1];
        float cWeight = weight[first + 2];
        float dWeight = weight[first + 3];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += aWeight * a[i] + bWeight * b[i] + (cWeight * c[i] + dWeight * d[i]);
        }
    }

    private static void rectify(float[] numbers, float slope) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.max(numbers[i], 0) + slope * Math.min(numbers[i], 0);
        }
    }
}
