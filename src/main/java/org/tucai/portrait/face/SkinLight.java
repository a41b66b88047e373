package org.tucai.portrait.face;

import org.jspecify.annotations.Nullable;

/** Measures light on mirrored pairs of skin patches and over the skin of the face. */
final class SkinLight {
    /** Mesh points of patches on the left of the picture, and their mirror images. */
    private static final int[] LEFT = {50, 205, 117, 118, 101, 36, 187, 123, 104, 108, 67, 69, 207, 147, 210, 135, 47};

    private static final int[] RIGHT = {
        280, 425, 346, 347, 330, 266, 411, 352, 333, 337, 297, 299, 427, 376, 430, 364, 277
    };
    private final ViewMap map;

    private SkinLight(ViewMap map) {
        this.map = map;
    }

    /** Null when too little skin is seen. */
    static @Nullable LightFacts of(ViewMap map) {
        return new SkinLight(map).measure();
    }

    private @Nullable LightFacts measure() {
        Stats signed = new Stats();
        Stats absolute = new Stats();
        Stats da = new Stats();
        Stats db = new Stats();
        Stats all = new Stats();
        for (int i = 0; i < LEFT.length; i++) {
            double[] left = map.patch(LEFT[i]);
            double[] right = map.patch(RIGHT[i]);
            if (left.length > 0 && right.length > 0) {
                double ratio = log(left[0]) - log(right[0]);
                signed.add(ratio);
                absolute.add(Math.abs(ratio));
                da.add(left[1] - right[1]);
                db.add(left[2] - right[2]);
                all.add(log(left[0]));
                all.add(log(right[0]));
            }
        }
        if (signed.count() < 6) {
            return null;
        }
        double third = absolute.quantile(1 - 2.5 / absolute.count());
        return overall(Math.abs(signed.median()), third, Math.hypot(da.median(), db.median()), all.deviation());
    }

    private static double log(double lightness) {
        return Math.log(Lab.luminance(lightness) + 0.004) / Math.log(2);
    }

    private LightFacts overall(double side, double third, double colourSide, double relief) {
        Stats face = new Stats(map.skin.length / 6);
        Stats view = new Stats(map.skin.length / 5 + 1);
        int count = 0;
        double a = 0;
        double b = 0;
        int black = 0;
        int white = 0;
        for (int i = 0; i < map.skin.length; i += 3) {
            if (map.skin[i]) {
                count++;
                a += map.lab.a()[i];
                b += map.lab.b()[i];
            }
        }
        for (int i = 0; i < map.inside.length; i += 5) {
            if (map.inside[i]) {
                view.add(map.lab.l()[i]);
            }
        }
        for (int i = 0; i < map.oval.length; i += 2) {
            if (map.oval[i] && map.inside[i]) {
                face.add(map.lab.l()[i]);
                black += map.lab.l()[i] < 1.2 ? 1 : 0;
                white += map.lab.l()[i] > 99.2 ? 1 : 0;
            }
        }
        double median = map.skinColour[0];
        count = Math.max(1, count);
        return new LightFacts(
                side,
                third,
                colourSide,
                relief,
                median,
                face.quantile(0.95) - face.quantile(0.05),
                burnt(median, Math.hypot(a, b) / count),
                (double) black / Math.max(1, face.count()),
                (double) white / Math.max(1, face.count()),
                view.quantile(0.98),
                view.quantile(0.02),
                face.quantile(0.99),
                Math.toDegrees(Math.atan2(b, a)),
                Math.hypot(a, b) / count);
    }

    /** Skin much brighter and paler than the rest of it: shine, or nothing left of its colour. */
    private double burnt(double median, double chroma) {
        int burnt = 0;
        int count = 0;
        double limit = Math.max(88, median + 14);
        double pale = chroma * 0.75 * (chroma * 0.75);
        for (int i = 0; i < map.skin.length; i++) {
            if (map.skin[i]) {
                double a = map.lab.a()[i];
                double b = map.lab.b()[i];
                boolean shines = map.lab.l()[i] > limit && a * a + b * b < pale;
                burnt += shines || map.lab.l()[i] > 97.5 ? 1 : 0;
                count++;
            }
        }
        return count == 0 ? 0 : (double) burnt / count;
    }
}
