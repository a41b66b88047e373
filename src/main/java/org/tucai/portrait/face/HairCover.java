package org.tucai.portrait.face;

/** Measures hair on the half-size standard view. */
final class HairCover {
    private static final int[] LEFT_BROW = {70, 63, 105, 66, 107, 55, 65, 52, 53, 46};
    private static final int[] RIGHT_BROW = {300, 293, 334, 296, 336, 285, 295, 282, 283, 276};
    private static final int[] LEFT_EYE = {33, 160, 158, 133, 153, 144};
    private static final int[] RIGHT_EYE = {263, 387, 385, 362, 380, 373};
    private final ViewMap map;

    private HairCover(ViewMap map) {
        this.map = map;
    }

    static HairFacts of(ViewMap map) {
        return new HairCover(map).measure();
    }

    private HairFacts measure() {
        int hair = 0;
        int face = 0;
        LabStats colours = new LabStats();
        int above = 0;
        int aboveHair = 0;
        double forehead = Math.ceil(map.y(10)) * ViewMap.WIDTH; // the points before this index lie above the forehead
        for (int i = 0; i < map.hair.length; i++) {
            boolean isHair = map.hair[i] > 0.5 && map.person[i] > 0.4 && map.inside[i];
            face += map.oval[i] ? 1 : 0;
            hair += isHair ? 1 : 0;
            if (isHair && i % 3 == 0) {
                colours.add(map.lab, i);
            }
            if (i < forehead && map.person[i] > 0.5 && map.inside[i]) {
                above++;
                aboveHair += isHair ? 1 : 0;
            }
        }
        double[] median = colours.median();
        return new HairFacts(
                (double) hair / Math.max(1, face),
                Math.max(covered(LEFT_BROW), covered(RIGHT_BROW)),
                Math.max(covered(LEFT_EYE), covered(RIGHT_EYE)),
                ear(234, -1),
                ear(454, 1),
                above == 0 ? Double.NaN : (double) aboveHair / above,
                median[0],
                Math.hypot(median[1], median[2]),
                Math.toDegrees(Math.atan2(median[2], median[1])));
    }

    private double covered(int[] points) {
        double sum = 0;
        int n = 0;
        for (int point : points) {
            int i = map.index(map.x(point), map.y(point));
            if (i >= 0) {
                sum += map.hair[i];
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Skin-like points outside the cheek, from the height of the eyes to that of the nose's base. */
    private double ear(int cheek, int side) {
        double x = map.x(cheek);
        double top = (map.y(33) + map.y(263)) / 2 - 2;
        double bottom = map.y(2) + 4;
        int found = 0;
        int places = 0;
        for (double y = top; y < bottom; y++) {
            for (double out = 2; out < 0.24 * ViewMap.EYES; out++) {
                int i = map.index(x + side * out, y);
                if (i >= 0) {
                    places++;
                    found += map.isLikeSkin(i, 14) && map.hair[i] < 0.5 && map.person[i] > 0.4 ? 1 : 0;
                }
            }
        }
        return places == 0 ? Double.NaN : (double) found / places;
    }
}
