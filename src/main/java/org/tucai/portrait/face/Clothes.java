package org.tucai.portrait.face;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures what is below the chin on the half-size standard view. */
final class Clothes {
    /** Mesh points on both cheeks and the chin: light may colour them differently from the face as a whole. */
    private static final int[] CHEEKS = {50, 280};

    private static final int CHIN = 199;

    /** Skin of the neck against that of the face, in the scale of L* + 16. */
    private static final double DARKEST = 0.3;

    private static final double BRIGHTEST = 1.15;

    /** How far the colours of one skin may lie apart in the same light, a* and b*. */
    private static final double SAME_SKIN = 13;

    /** What differs more from all other skin of the face is a mask below the chin, not the chin in other light, a* and b*. */
    private static final double OTHER_SKIN = 30;

    private final ViewMap map;

    private Clothes(ViewMap map) {
        this.map = map;
    }

    /** Null when too little of the clothes is in the picture. */
    static @Nullable ClothesFacts of(ViewMap map) {
        return new Clothes(map).measure();
    }

    private @Nullable ClothesFacts measure() {
        LabStats colours = new LabStats();
        Stats steps = new Stats();
        int top = (int) (map.y(152) + 0.45 * ViewMap.EYES);
        for (int y = Math.max(0, top); y < ViewMap.HEIGHT - 1; y++) {
            for (int x = 0; x < ViewMap.WIDTH - 1; x++) {
                int i = y * ViewMap.WIDTH + x;
                if (y % 2 == 0 && cloth(i)) {
                    colours.add(map.lab, i);
                    if (cloth(i + 1) && cloth(i + ViewMap.WIDTH)) {
                        steps.add(Math.max(map.lab.distance(i, i + 1), map.lab.distance(i, i + ViewMap.WIDTH)));
                    }
                }
            }
        }
        if (colours.count() < 200) {
            return null;
        }
        double spread = Math.sqrt(Math.pow(colours.l.deviation() / 2, 2)
                + Math.pow(colours.a.deviation(), 2)
                + Math.pow(colours.b.deviation(), 2));
        double[] median = colours.median();
        return new ClothesFacts(median[0], median[1], median[2], steps.mean(), spread, neck(), slope());
    }

    private boolean cloth(int i) {
        return map.inside[i] && map.person[i] > 0.8 && map.hair[i] < 0.4 && !map.isLikeSkin(i, 11);
    }

    /** Skin under the chin: a strip as wide as the mouth. */
    private double neck() {
        List<double[]> kinds = new ArrayList<>(List.of(map.skinColour));
        for (int point : CHEEKS) {
            kinds.add(map.patch(point));
        }
        kinds.removeIf(kind -> kind.length == 0);
        double[] ofChin = map.patch(CHIN);
        if (ofChin.length > 0 && kinds.stream().anyMatch(kind -> apart(kind, ofChin) < OTHER_SKIN)) {
            kinds.add(ofChin);
        }
        int found = 0;
        int places = 0;
        double chin = map.y(152);
        for (double y = chin + 0.1 * ViewMap.EYES; y < chin + 0.45 * ViewMap.EYES; y++) {
            for (double x = map.x(61); x < map.x(291); x++) {
                int i = map.index(x, y);
                if (i >= 0) {
                    places++;
                    found += isSkin(i, kinds) ? 1 : 0;
                }
            }
        }
        return places < 40 ? Double.NaN : (double) found / places;
    }

    /** How far two colours lie apart, whatever their light. */
    private static double apart(double[] one, double[] other) {
        return Math.hypot(one[1] - other[1], one[2] - other[2]);
    }

    private boolean isSkin(int i, List<double[]> kinds) {
        for (double[] kind : kinds) {
            if (shaded(i, kind)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is that skin in more or less light: L* + 16, a* and b* shrink alike when the light on a surface does. */
    private boolean shaded(int i, double[] skin) {
        double light = (map.lab.l()[i] + 16) / (skin[0] + 16);
        double da = map.lab.a()[i] / light - skin[1];
        double db = map.lab.b()[i] / light - skin[2];
        return light > DARKEST && light < BRIGHTEST && da * da + db * db < SAME_SKIN * SAME_SKIN;
    }

    /** The mean slope between the tops of both shoulders at mirrored distances from the middle, degrees. */
    private double slope() {
        double chin = map.y(152);
        double middle = (map.x(234) + map.x(454)) / 2;
        double sum = 0;
        int n = 0;
        for (double out = 1.25; out < 1.75; out += 0.1) {
            double left = shoulder(middle - out * ViewMap.EYES, chin);
            double right = shoulder(middle + out * ViewMap.EYES, chin);
            if (!Double.isNaN(left) && !Double.isNaN(right)) {
                sum += Math.toDegrees(Math.atan2(right - left, 2 * out * ViewMap.EYES));
                n++;
            }
        }
        return n < 2 ? Double.NaN : sum / n;
    }

    private double shoulder(double x, double chin) {
        int start = map.index(x, chin - 0.3 * ViewMap.EYES);
        if (start < 0 || map.person[start] > 0.5) {
            return Double.NaN;
        }
        for (double y = chin - 0.3 * ViewMap.EYES; y < ViewMap.HEIGHT; y++) {
            int i = map.index(x, y);
            if (i < 0) {
                return Double.NaN;
            }
            if (map.person[i] > 0.5) {
                return y;
            }
        }
        return Double.NaN;
    }
}
