package org.tucai.picture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Colours of three primaries with a curve each, as cameras, phones and screens have: Display P3, Adobe RGB. Each component's
 * share of red, green and blue light is looked up, the shares are added, and the sum is looked up again. Colours outside sRGB's
 * gamut are clipped, as in relative colorimetry.
 */
final class MatrixColours implements ToSrgb {
    /** From XYZ under D50 to linear sRGB: the inverse of the primaries in the ICC's own sRGB profile. */
    private static final double[][] XYZ_TO_SRGB = {
        {3.1341122, -1.6173925, -0.4906334}, {-0.9787873, 1.9162796, 0.0334547}, {0.0719830, -0.2289859, 1.4053851}
    };

    /** Steps of light in the encoding table: one is a fifth of a grey level where sRGB is steepest. */
    private static final int STEPS = 1 << 14;
    /** Fraction bits of a step in a share of light. */
    private static final int FRACTION = 10;

    private static final int HALF = 1 << (FRACTION - 1);
    private static final byte[] ENCODED = encoded();

    /** Grey levels by which colours may differ and still count as equal: two profiles of sRGB differ by as much. */
    private static final int SAME = 1;

    private static final int LARGEST = 1 << 29;

    /** By component in the order of a matrix, then value, then blue, green and red light, in 2^-{@value #FRACTION} steps. */
    private final int[][] shares = new int[3][3 * 256];

    /**
     * @param light the matrix from the light of the primaries (second index) to red, green and blue light of sRGB (first index)
     * @param tones curves by component, red first
     */
    private MatrixColours(double[][] light, double[][] tones) {
        for (int component = 0; component < 3; component++) {
            for (int i = 0; i < 3 * 256; i++) {
                double share = light[2 - i % 3][2 - component] * tones[2 - component][i / 3];
                shares[component][i] =
                        (int) Math.clamp(Math.rint(share * ((STEPS - 1) << FRACTION)), -LARGEST, LARGEST);
            }
        }
    }

    /** The conversion from primaries in XYZ under D50, red first; null when they are sRGB's. */
    static @Nullable ToSrgb ofXyz(double[][] primaries, double[][] tones) {
        double[][] light = new double[3][3];
        for (int to = 0; to < 3; to++) {
            for (int from = 0; from < 3; from++) {
                for (int i = 0; i < 3; i++) {
                    light[to][from] += XYZ_TO_SRGB[to][i] * primaries[from][i];
                }
            }
        }
        return of(light, tones);
    }

    /** The conversion by a matrix to linear sRGB; null when the colours are sRGB already. */
    static @Nullable ToSrgb of(double[][] light, double[][] tones) {
        MatrixColours colours = new MatrixColours(light, tones);
        return colours.changesAnything() ? colours : null;
    }

    /** The conversion of a grey picture decoded to three equal components; null when its tones are sRGB's. */
    static @Nullable ToSrgb grey(double[] tone) {
        return of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, new double[][] {tone, tone, tone});
    }

    @Override
    public void convert(byte[] pixels) {
        int[] blues = shares[0];
        int[] greens = shares[1];
        int[] reds = shares[2];
        for (int i = 0; i < pixels.length; i += 3) {
            int b = 3 * (pixels[i] & 0xFF);
            int g = 3 * (pixels[i + 1] & 0xFF);
            int r = 3 * (pixels[i + 2] & 0xFF);
            pixels[i] = encode(blues[b] + greens[g] + reds[r]);
            pixels[i + 1] = encode(blues[b + 1] + greens[g + 1] + reds[r + 1]);
            pixels[i + 2] = encode(blues[b + 2] + greens[g + 2] + reds[r + 2]);
        }
    }

    private static byte encode(int light) {
        return ENCODED[Math.min(Math.max((light + HALF) >> FRACTION, 0), STEPS - 1)];
    }

    private static byte[] encoded() {
        byte[] values = new byte[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double light = i / (STEPS - 1.0);
            double value = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            values[i] = (byte) Math.round(255 * value);
        }
        return values;
    }

    /** Tries every grey and a grid of colours over the whole cube. */
    private boolean changesAnything() {
        int step = 15;
        int side = 255 / step + 1;
        byte[] colours = new byte[3 * (256 + side * side * side)];
        for (int i = 0; i < 256; i++) {
            Arrays.fill(colours, 3 * i, 3 * i + 3, (byte) i);
        }
        for (int i = 0, at = 3 * 256; i < side * side * side; i++) {
            colours[at++] = (byte) (i % side * step);
            colours[at++] = (byte) (i / side % side * step);
            colours[at++] = (byte) (i / side / side * step);
        }
        byte[] changed = colours.clone();
        convert(changed);
        for (int i = 0; i < colours.length; i++) {
            if (Math.abs((changed[i] & 0xFF) - (colours[i] & 0xFF)) > SAME) {
                return true;
            }
        }
        return false;
    }
}
