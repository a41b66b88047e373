package org.tucai.picture;

import java.util.function.DoubleUnaryOperator;
import org.tucai.picture.UnreadablePicture.Reason;

/** The light, 0 to 1, that each of the 256 values of a component stands for. */
final class ToneCurve {
    private static final int VALUES = 256;

    private ToneCurve() {}

    /** Reads a curveType or parametricCurveType (ICC.1:2022, 10.6 and 10.18). */
    static double[] read(Bytes tag) throws UnreadablePicture {
        return switch (tag.ascii(0, 4)) {
            case "curv" -> table(tag);
            case "para" -> parametric(tag);
            default -> throw new UnreadablePicture(Reason.CORRUPT);
        };
    }

    /** The curve of sRGB (IEC 61966-2-1) and of Display P3. */
    static double[] srgb() {
        return of(v -> v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }

    static double[] gamma(double gamma) {
        return of(v -> Math.pow(v, gamma));
    }

    /** A fixed-point number (s15Fixed16Number) with 16 bits before and 16 after the point. */
    static double fixed(Bytes in, int at) throws UnreadablePicture {
        return (int) in.u32be(at) / 65_536.0;
    }

    private static double[] of(DoubleUnaryOperator curve) {
        double[] light = new double[VALUES];
        for (int value = 0; value < VALUES; value++) {
            double wanted = curve.applyAsDouble(value / 255.0);
            light[value] = wanted > 0 ? Math.min(wanted, 1) : 0; // NaN becomes 0 too
        }
        return light;
    }

    private static double[] table(Bytes tag) throws UnreadablePicture {
        int count = (int) Math.min(tag.u32be(8), tag.length());
        if (count == 0) {
            return gamma(1);
        }
        if (count == 1) {
            return gamma(tag.u16be(12) / 256.0);
        }
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = tag.u16be(12 + 2 * i) / 65_535.0;
        }
        return of(v -> {
            int below = Math.min((int) (v * (count - 1)), count - 2);
            double part = v * (count - 1) - below;
            return points[below] * (1 - part) + points[below + 1] * part;
        });
    }

    /** The five functions with their parameters in the standard's order: g a b c d e f. */
    private static double[] parametric(Bytes tag) throws UnreadablePicture {
        int kind = tag.u16be(8);
        if (kind > 4) {
            throw new UnreadablePicture(Reason.CORRUPT);
        }
        double[] p = new double[new int[] {1, 3, 4, 5, 7}[kind]];
        for (int i = 0; i < p.length; i++) {
            p[i] = fixed(tag, 12 + 4 * i);
        }
        return of(
                switch (kind) {
                    case 0 -> v -> Math.pow(v, p[0]);
                    case 1 -> v -> v >= -p[2] / p[1] ? Math.pow(p[1] * v + p[2], p[0]) : 0;
                    case 2 -> v -> (v >= -p[2] / p[1] ? Math.pow(p[1] * v + p[2], p[0]) : 0) + p[3];
                    case 3 -> v -> v >= p[4] ? Math.pow(p[1] * v + p[2], p[0]) : p[3] * v;
                    default -> v -> v >= p[4] ? Math.pow(p[1] * v + p[2], p[0]) + p[5] : p[3] * v + p[6];
                });
    }
}
