package org.tucai.portrait;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Recognises pictures in black and white: phones and filters save them with three channels that all say the same. */
final class BlackAndWhite {
    /** One of so many points is looked at, across and down. */
    private static final int STEP = 4;

    /** Compression and a faint tint set the channels apart by so many levels; skin and lips do by several times as many. */
    private static final int TRACE = 12;

    /** So few points in a hundred may be further apart. */
    private static final int MOST_COLOURED = 1;

    /** Darker points, by their brightest channel, show no colour that could be told. */
    private static final int DARK = 64;

    /** Points from here on, unless washed out, are well lit. */
    private static final int WELL_LIT = 140;

    /** Points whose darkest channel is lighter are washed out: a window behind the person says nothing of the light on the person. */
    private static final int WASHED_OUT = 240;

    /** With fewer well lit points in a hundred a picture is dark, and its colours are as faint as its light. */
    private static final int FEWEST_WELL_LIT = 2;

    /** In a dark picture {@link #TRACE} is what sets the channels of a point of this brightness apart, and less for darker points. */
    private static final int FULL = 160;

    /** Of a picture with fewer points in a hundred that are lighter it cannot be said: it may only be dark. */
    private static final int FEWEST_LIGHT = 10;

    private BlackAndWhite() {}

    /** @param picture 8-bit BGR, as decoded */
    static boolean is(Mat picture) {
        ByteBuffer all = picture.createBuffer();
        byte[] row = new byte[3 * picture.cols()];
        long seen = 0;
        long light = 0;
        long wellLit = 0;
        long coloured = 0;
        long faintlyColoured = 0;
        for (int y = 0; y < picture.rows(); y += STEP) {
            all.get(y * row.length, row);
            for (int i = 0; i < row.length; i += 3 * STEP) {
                int blue = row[i] & 255;
                int green = row[i + 1] & 255;
                int red = row[i + 2] & 255;
                int most = Math.max(blue, Math.max(green, red));
                int least = Math.min(blue, Math.min(green, red));
                seen++;
                wellLit += most >= WELL_LIT && least < WASHED_OUT ? 1 : 0;
                if (most >= DARK) {
                    light++;
                    coloured += most - least > TRACE ? 1 : 0;
                    faintlyColoured += (most - least) * FULL > TRACE * most ? 1 : 0;
                }
            }
        }
        long telling = wellLit * 100 < seen * FEWEST_WELL_LIT ? faintlyColoured : coloured;
        return light * 100 >= seen * FEWEST_LIGHT && telling * 100 <= light * MOST_COLOURED;
    }
}
