package org.tucai.portrait.face;

/** Measures sharpness, grain and JPEG blocks. */
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
     * @param all the standard view
     * @param blocks as {@link #blocks(Grey)} measures them on the pixels of the file, NaN where unknown
     */
    static DetailFacts of(FaceView view, Grey all, ViewMap map, double blocks) {
        Grey eyes = all.part(110, 230, 260, 110);
        return new DetailFacts(
                blur(eyes),
                fine(eyes),
                noise(all, map),
                blocks,
                skinTexture(all, map),
                FaceView.EYES / view.face().eyeDistance());
    }

    /** Crété-Roffet et al. 2007: how much of the variation between neighbours a further blur leaves. */
    static double blur(Grey grey) {
        return Math.max(blur(grey, 1), blur(grey, grey.width()));
    }

    private static double blur(Grey grey, int step) {
        float[] v = grey.v();
        int radius = 4;
        double before = 0;
        double lost = 0;
        for (int y = radius + 1; y < grey.height() - radius; y++) {
            for (int x = radius + 1; x < grey.width() - radius; x++) {
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

    /** Immerkær's mask on places without edges: the median over many small tiles of its mean. */
    private static double noise(Grey grey, ViewMap map) {
        Stats tiles = new Stats();
        for (int ty = 8; ty < grey.height() - 24; ty += TILE) {
            for (int tx = 8; tx < grey.width() - 24; tx += TILE) {
                if (map.inside[(ty / 2 + 4) * ViewMap.WIDTH + tx / 2 + 4] && smooth(grey, tx, ty)) {
                    tiles.add(Math.sqrt(Math.PI / 2) * grain(grey, tx, ty) / (6 * TILE * TILE));
                }
            }
        }
        return tiles.count() < 12 ? Double.NaN : tiles.median();
    }

    /** No edge anywhere in a tile. */
    private static boolean smooth(Grey grey, int tx, int ty) {
        int w = grey.width();
        float[] v = grey.v();
        for (int y = ty; y < ty + TILE; y++) {
            float edge = 0;
            for (int i = y * w + tx; i < y * w + tx + TILE; i++) {
                edge = Math.max(edge, Math.abs(v[i + 4] - v[i - 4]) + Math.abs(v[i + 4 * w] - v[i - 4 * w]));
            }
            if (edge >= 40) {
                return false;
            }
        }
        return true;
    }

    /** Sum of the mask's answers over a tile; the mask is a second difference across and down, done one after the other. */
    private static double grain(Grey grey, int tx, int ty) {
        int w = grey.width();
        float[] v = grey.v();
        float[] across = new float[(TILE + 2) * TILE];
        for (int y = 0; y < TILE + 2; y++) {
            int start = (ty + y - 1) * w + tx;
            for (int x = 0; x < TILE; x++) {
                across[y * TILE + x] = v[start + x - 1] - 2 * v[start + x] + v[start + x + 1];
            }
        }
        float sum = 0;
        for (int i = 0; i < TILE * TILE; i++) {
            sum += Math.abs(across[i] - 2 * across[i + TILE] + across[i + 2 * TILE]);
        }
        return sum;
    }

    /** Steps across columns and rows that are multiples of 8 less those in the middle between them, grey levels. */
    static double blocks(Grey grey) {
        double sum = 0;
        long count = 0;
        int w = grey.width();
        float[] v = grey.v();
        for (int y = 8; y < grey.height() - 8; y++) {
            for (int x = 8; x + 8 < w; x += 8) {
                int i = y * w + x;
                sum += second(v, i, 1) - second(v, i + 4, 1);
                count++;
            }
        }
        for (int y = 8; y + 8 < grey.height(); y += 8) {
            for (int x = 8; x < w - 8; x++) {
                int i = y * w + x;
                sum += second(v, i, w) - second(v, i + 4 * w, w);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The step between a point and the one before, less the mean of the steps beside it; large steps are edges. */
    private static double second(float[] v, int i, int step) {
        double here = Math.abs(v[i] - v[i - step]);
        double beside = (Math.abs(v[i - step] - v[i - 2 * step]) + Math.abs(v[i + step] - v[i])) / 2;
        return Math.min(12, Math.max(0, here - beside));
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
