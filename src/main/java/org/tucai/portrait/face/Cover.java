package org.tucai.portrait.face;

/** Looks for what hides a part of the face, on the half-size standard view: lips and nostrils not visible, eyes that differ. */
final class Cover {
    private static final int[] CHEEKS = {50, 280};
    private static final int[] LIP_CORNERS = {61, 291};
    private static final int[] LIP_EDGES = {0, 17};
    private static final int[] NOSTRIL_WINGS = {98, 327};
    private static final int NOSE_TIP = 1;
    private static final int FOREHEAD = 9;

    /** Width of the ring of skin round the lips that they are compared with. */
    private static final double RING = 0.16 * ViewMap.EYES;

    /** What a bare mouth shows at least: lips redder than the skin, a* at a lightness of 50. */
    private static final double RED = 1.5;

    /** A dark line between them and dark nostrils, shares of L* + 16. */
    private static final double LINE = 0.25;

    private static final double NOSTRILS = 0.35;

    /** With a forehead darker than that, or none to be seen, no colour tells lips from skin, L*. */
    private static final double DARKEST = 30;

    private static final int EYE_WIDE = (int) (0.27 * ViewMap.EYES);
    private static final int EYE_HIGH = (int) (0.15 * ViewMap.EYES);

    /** How far the traced eyes may be off, points. */
    private static final int OFF = 2;

    private final ViewMap map;

    private Cover(ViewMap map) {
        this.map = map;
    }

    static CoverFacts of(ViewMap map) {
        Cover cover = new Cover(map);
        double[] eyes = cover.eyes();
        return new CoverFacts(cover.mouth(), eyes[0], eyes[1], eyes[2]);
    }

    private double mouth() {
        double[] forehead = map.patch(FOREHEAD);
        double[] tip = map.patch(NOSE_TIP);
        Stats lipLight = new Stats(1024);
        Stats lipRed = new Stats(1024);
        Stats skinLight = new Stats(2048);
        Stats skinRed = new Stats(2048);
        boolean[] lips = map.area(ViewMap.LIPS);
        for (double y = map.y(LIP_EDGES[0]) - RING; y < map.y(LIP_EDGES[1]) + RING; y++) {
            for (double x = map.x(LIP_CORNERS[0]) - RING; x < map.x(LIP_CORNERS[1]) + RING; x++) {
                int i = map.index(x, y);
                if (i >= 0 && map.oval[i]) {
                    (lips[i] ? lipLight : skinLight).add(map.lab.l()[i]);
                    (lips[i] ? lipRed : skinRed).add(map.lab.a()[i]);
                }
            }
        }
        boolean dark = forehead.length == 0 || forehead[0] < DARKEST;
        if (dark || tip.length == 0 || lipLight.count() < 30 || skinLight.count() < 30) {
            return Double.NaN;
        }
        double skin = skinLight.median();
        double red = (lipRed.median() - skinRed.median()) * (50 + 16) / (skin + 16);
        double line = (skin - lipLight.quantile(0.06)) / (skin + 16);
        double nostrils = (tip[0] - nostrils().quantile(0.05)) / (tip[0] + 16);
        return Math.max(red / RED, Math.max(line / LINE, nostrils / NOSTRILS));
    }

    /** The lightness of the lower end of the nose. */
    private Stats nostrils() {
        double middle = (map.x(NOSTRIL_WINGS[0]) + map.x(NOSTRIL_WINGS[1])) / 2;
        double end = (map.y(NOSTRIL_WINGS[0]) + map.y(NOSTRIL_WINGS[1])) / 2;
        Stats light = new Stats(512);
        for (double y = end - 0.12 * ViewMap.EYES; y < end + 0.08 * ViewMap.EYES; y++) {
            for (double x = middle - 0.22 * ViewMap.EYES; x < middle + 0.22 * ViewMap.EYES; x++) {
                int i = map.index(x, y);
                if (i >= 0) {
                    light.add(map.lab.l()[i]);
                }
            }
        }
        return light;
    }

    /** The last three values of {@link CoverFacts}: how alike the eyes are, how far they are apart, how far the cheeks are apart. */
    private double[] eyes() {
        double[] leftCheek = map.patch(CHEEKS[0]);
        double[] rightCheek = map.patch(CHEEKS[1]);
        if (leftCheek.length == 0 || rightCheek.length == 0) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        Pair as = new Pair();
        double alike = 0;
        for (int down = -OFF; down <= OFF; down += OFF) {
            for (int across = -OFF; across <= OFF; across += OFF) {
                Pair off = pair(across, down);
                alike = Math.max(alike, off.correlation());
                as = across == 0 && down == 0 ? off : as;
            }
        }
        double light = Math.abs(as.light() - leftCheek[0] + rightCheek[0]);
        double colour = Math.hypot(as.a() - leftCheek[1] + rightCheek[1], as.b() - leftCheek[2] + rightCheek[2]);
        double side = Math.abs(leftCheek[0] - rightCheek[0]) / (Math.min(leftCheek[0], rightCheek[0]) + 16);
        return new double[] {alike, Math.max(light, colour), side};
    }

    /** The left eye of the picture beside the other one mirrored. */
    private Pair pair(int across, int down) {
        FaceView view = map.view();
        EyeShape left = view.face().left();
        EyeShape right = view.face().right();
        double leftX = view.viewX(left.irisX(), left.irisY()) / 2;
        double leftY = view.viewY(left.irisX(), left.irisY()) / 2;
        double rightX = view.viewX(right.irisX(), right.irisY()) / 2 + across;
        double rightY = view.viewY(right.irisX(), right.irisY()) / 2 + down;
        Pair pair = new Pair();
        for (int dy = -EYE_HIGH; dy <= EYE_HIGH; dy++) {
            for (int dx = -EYE_WIDE; dx <= EYE_WIDE; dx++) {
                int one = map.index(leftX + dx, leftY + dy);
                int other = map.index(rightX - dx, rightY + dy);
                if (one >= 0 && other >= 0) {
                    pair.add(map.lab, one, other);
                }
            }
        }
        return pair;
    }

    /** Sums over pairs of points. */
    private static final class Pair {
        private int count;
        private double first;
        private double second;
        private double firstSquares;
        private double secondSquares;
        private double products;
        private double a;
        private double b;

        void add(Lab lab, int one, int other) {
            double l = lab.l()[one];
            double m = lab.l()[other];
            count++;
            first += l;
            second += m;
            firstSquares += l * l;
            secondSquares += m * m;
            products += l * m;
            a += lab.a()[one] - lab.a()[other];
            b += lab.b()[one] - lab.b()[other];
        }

        double light() {
            return (first - second) / Math.max(1, count);
        }

        double a() {
            return a / Math.max(1, count);
        }

        double b() {
            return b / Math.max(1, count);
        }

        /** Near 0 for patches without structure. */
        double correlation() {
            int n = Math.max(1, count);
            double firstSpread = Math.max(1, firstSquares / n - first / n * first / n);
            double secondSpread = Math.max(1, secondSquares / n - second / n * second / n);
            return (products / n - first / n * second / n) / Math.sqrt(firstSpread * secondSpread);
        }
    }
}
