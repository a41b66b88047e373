package org.tucai.portrait.face;

/** 1 / (1 + exp(-x)) from a table, to three decimals: masks ask for it a hundred thousand times a picture. */
final class Certainty {
    private static final int PER_UNIT = 256;
    private static final int REACH = 12;
    private static final float[] TABLE = new float[2 * REACH * PER_UNIT + 1];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = (float) (1 / (1 + Math.exp(REACH - (double) i / PER_UNIT)));
        }
    }

    private Certainty() {}

    static float of(float x) {
        float bounded = Math.clamp(x, -REACH, REACH);
        return TABLE[(int) ((bounded + REACH) * PER_UNIT + 0.5f)];
    }
}
