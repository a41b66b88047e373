package org.tucai.portrait.face;

import java.util.Arrays;

/** Measures sharpness and grain. */
final class Detail {
    /** The part of the standard view that holds the skin of the face. */
    private static final int LEFT = 80;

    private static final int TOP = 120;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 420;
    /** Side of the squares whose grain is looked at. */
    private static final int TILE = 16;

    private Detail() {}

    /**
     * Measures one face.
     *
     * @param all its standard view
     * @param eyes its eyes as {@link EyeRegion} cuts them
     * @param blocks as {@link Perception#blocks} measures them, NaN where unknown
     */
    static DetailFacts of(Grey all, Grey eyes, ViewMap map, double blocks) {
        return new DetailFacts(blur(eyes), fine(eyes), Shake.of(eyes), noise(all, map), blocks, skinTexture(all, map));
    }

    /** Crété-Roffet et al. 2007: how much of the variation between neighbours a further blur leaves. */
    static double blur(Grey grey) {
        return Math.max(blur(grey, 1), blur(grey, grey.width()));
    }

    /**
     * {@link #blur(Grey)} along one direction.
     *
     * @param step from a point to the next, in places of the array: 1 across, the width down, one more or less aslant
     */
    static double blur(Grey grey, int step) {
        float[] v = grey.v();
        int radius = 4;
        double before = 0;
        double lost = 0;
        for (int y = radius + 1; y < grey.height() - radius - 1; y++) {
            for (int x = radius + 1; x < grey.width() - radius - 1; x++) {
                int i = y * grey.width() + x;
                double step1 = Math.abs(v[i] - v[i - step]);
                double far = Math.abs(v[i + radius * step] - v[i - (radius + 1) * step]) / (2 * radius + 1);
                before += step1;
                lost += Math.max(0, step1 - far);
            }
        }
        return before < 1e-9 ? 1 : 1 - lost / before;
    }

    /** Finest band (1 point) over the next coarser ones (3 points): falls with blur, not with contrast. */
    static double fine(Grey grey) {
        Grey one = grey.blurred(1);
        Grey two = one.blurred(1).blurred(2);
        double fine = 0;
        double coarse = 0;
        for (int i = 0; i < grey.v().length; i++) {
            double step = grey.v()[i] - one.v()[i];
            double wide = one.v()[i] - two.v()[i];
            fine += step * step;
            coarse += wide * wide;
        }
        return Math.log((fine + 1e-3) / (coarse + 1e-3)) / Math.log(2);
    }

    /**
     * Immerkær's noise estimate on places without edges: the median over small tiles of the mask's mean response. Arrays that are read and
     * written have different element types, so that the compiler knows they do not alias and vectorises the loops.
     */
    private static double noise(Grey grey, ViewMap map) {
        Stats tiles = new Stats();
        int[] edges = new int[grey.width()];
        int[] bends = new int[grey.width()];
        float[] grain = new float[grey.width()];
        for (int ty = 8; ty < grey.height() - 24; ty += TILE) {
            Arrays.fill(edges, 0);
            Arrays.fill(grain, 0);
            addEdges(grey, ty, edges);
            addGrain(grey, ty, bends, grain);
            for (int tx = 8; tx < grey.width() - 24; tx += TILE) {
                if (map.inside[(ty / 2 + 4) * ViewMap.WIDTH + tx / 2 + 4] && smooth(edges, tx)) {
                    double sum = 0;
                    for (int x = tx; x < tx + TILE; x++) {
                        sum += grain[x];
                    }
                    tiles.add(Math.sqrt(Math.PI / 2) * sum / (6 * TILE * TILE));
                }
            }
        }
        return tiles.count() < 12 ? Double.NaN : tiles.median();
    }

    /** Keeps the clearest edge of each column. */
    private static void addEdges(Grey grey, int top, int[] clearest) {
        float[] v = grey.v();
        int far = 4 * grey.width();
        for (int y = top; y < top + TILE; y++) {
            int row = y * grey.width();
            for (int x = 8; x < clearest.length - 8; x++) {
                int i = row + x;
                float edge = Math.abs(v[i + 4] - v[i - 4]) + Math.abs(v[i + far] - v[i - far]);
                clearest[x] = Math.max(clearest[x], (int) edge);
            }
        }
    }

    /** Adds the mask's responses; the mask is a second difference down, then across. */
    private static void addGrain(Grey grey, int top, int[] bends, float[] sums) {
        float[] v = grey.v();
        int w = grey.width();
        for (int y = top; y < top + TILE; y++) {
            int row = y * w;
            for (int x = 7; x < bends.length - 7; x++) {
                int i = row + x;
                bends[x] = (int) (v[i - w] - 2 * v[i] + v[i + w]);
            }
            for (int x = 8; x < sums.length - 8; x++) {
                sums[x] += Math.abs((float) (bends[x - 1] - 2 * bends[x] + bends[x + 1]));
            }
        }
    }

    /** No edge anywhere in a tile. */
    private static boolean smooth(int[] edges, int tx) {
        int clearest = 0;
        for (int x = tx; x < tx + TILE; x++) {
            clearest = Math.max(clearest, edges[x]);
        }
        return clearest < 40;
    }

    private static double skinTexture(Grey grey, ViewMap map) {
        Grey face = grey.part(LEFT, TOP, WIDTH, HEIGHT);
        Grey fine = face.blurred(1);
        Grey coarse = fine.blurred(4);
        Stats energy = new Stats();
        for (int y = 0; y < HEIGHT; y += 2) {
            for (int x = 0; x < WIDTH; x += 2) {
                if (map.skin[(y + TOP) / 2 * ViewMap.WIDTH + (x + LEFT) / 2]) {
                    int i = y * WIDTH + x;
                    energy.add(Math.abs(fine.v()[i] - coarse.v()[i]));
                }
            }
        }
        return energy.median();
    }
}
