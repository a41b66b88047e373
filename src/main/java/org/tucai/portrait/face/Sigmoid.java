package org.tucai.portrait.face;

/** The logistic function 1 / (1 + exp(-x)) from a table, to three decimals: masks need it a hundred thousand times a picture. */
final class Sigmoid {
    private static final int PER_UNIT = 256;
    private static final int REACH = 12;
    private static final float[] TABLE = new float[2 * REACH * PER_UNIT + 1];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = (float) (1 / (1 + Math.exp(REACH - (double) i / PER_UNIT)));
        }
    }

    private Sigmoid() {}

    /** Replaces every x in place, in blocks of two loops so that the first one is vectorised. */
    static void of(float[] numbers) {
        int[] places = new int[1024];
        for (int start = 0; start < numbers.length; start += places.length) {
            int count = Math.min(places.length, numbers.length - start);
            for (int i = 0; i < count; i++) {
                float bounded = Math.max(-REACH, Math.min(REACH, numbers[start + i]));
                places[i] = (int) ((bounded + REACH) * PER_UNIT + 0.5f);
            }
            for (int i = 0; i < count; i++) {
                numbers[start + i] = TABLE[places[i]];
            }
        }
    }
}
