package org.tucai.picture;

import java.util.Arrays;

/**
 * Estimates the quality setting of a JPEG from its luminance quantisation table: the setting 1 to 100 whose table, scaled as the
 * Independent JPEG Group does from ITU-T T.81 table K.1, lies nearest.
 */
final class QuantisationTables {
    /** ITU-T T.81 table K.1 in zigzag order, as a DQT segment holds it. */
    private static final int[] LUMINANCE = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51,
        61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77,
        113, 121, 112, 100, 120, 92, 101, 103, 99
    };

    /** The logarithms of the steps of every quality, from 1. */
    private static final double[][] LOGS = new double[100][64];

    static {
        for (int quality = 1; quality <= LOGS.length; quality++) {
            int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
            for (int i = 0; i < 64; i++) {
                LOGS[quality - 1][i] = Math.log(Math.clamp((LUMINANCE[i] * scale + 50) / 100, 1, 255));
            }
        }
    }

    private int[] first = {};

    /** Reads one DQT segment; table 0 is the luminance table in practice. */
    void read(Bytes body) throws UnreadablePicture {
        int at = 0;
        while (at < body.length()) {
            int head = body.u8(at++);
            int bytes = head >> 4 == 0 ? 1 : 2;
            if ((head & 0x0F) == 0) {
                int[] table = new int[64];
                for (int i = 0; i < 64; i++) {
                    table[i] = bytes == 1 ? body.u8(at + i) : body.u16be(at + 2 * i);
                }
                first = table;
            }
            at += 64 * bytes;
        }
    }

    /** 1 to 100; 0 when there was no table. */
    int quality() {
        if (first.length == 0) {
            return 0;
        }
        double[] logs = Arrays.stream(first)
                .mapToDouble(step -> Math.log(Math.max(step, 1)))
                .toArray();
        int best = 0;
        double nearest = Double.MAX_VALUE;
        for (int quality = 1; quality <= LOGS.length; quality++) {
            double distance = distance(logs, LOGS[quality - 1]);
            if (distance < nearest) {
                nearest = distance;
                best = quality;
            }
        }
        return best;
    }

    /** Relative distance, so that the coarse steps of high frequencies do not decide alone. */
    private static double distance(double[] logs, double[] others) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            sum += Math.abs(logs[i] - others[i]);
        }
        return sum;
    }
}
