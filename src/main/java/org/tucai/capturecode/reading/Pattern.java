package org.tucai.capturecode.reading;

/** A small arrangement of modules with known colours, found in a picture by normalised correlation. */
final class Pattern {
    /** A finder pattern without its separator. */
    static final Pattern FINDER = concentric(3, 2);
    /** An alignment pattern. */
    static final Pattern ALIGNMENT = concentric(2, 1);

    private final int count;
    private final double[] du;
    private final double[] dv;
    private final double[] expected;

    private Pattern(double[] du, double[] dv, double[] colours) {
        this.count = colours.length;
        this.du = du;
        this.dv = dv;
        double mean = 0;
        for (double colour : colours) {
            mean += colour / count;
        }
        double square = 0;
        expected = new double[count];
        for (int i = 0; i < count; i++) {
            expected[i] = colours[i] - mean;
            square += expected[i] * expected[i];
        }
        for (int i = 0; i < count; i++) {
            expected[i] /= Math.sqrt(square);
        }
    }

    /** Squares round a centre, dark (lower brightness) except one ring. */
    private static Pattern concentric(int radius, int lightRing) {
        int side = 2 * radius + 1;
        double[] us = new double[side * side];
        double[] vs = new double[side * side];
        double[] colours = new double[side * side];
        for (int i = 0; i < colours.length; i++) {
            us[i] = i % side - radius;
            vs[i] = i / side - radius;
            colours[i] = Math.max(Math.abs(us[i]), Math.abs(vs[i])) == lightRing ? 1 : -1;
        }
        return new Pattern(us, vs, colours);
    }

    /** Local frame: how the picture moves per module along u and along v, in pixels. */
    record Frame(double ux, double uy, double vx, double vy) {
        Frame scaled(double factor) {
            return new Frame(ux * factor, uy * factor, vx * factor, vy * factor);
        }
    }

    /** Where the pattern fits best, and how well: correlation -1 to 1. */
    record Match(double x, double y, double score) {}

    /** Correlation with the pattern centred at a point. */
    double score(Grey grey, double x, double y, Frame frame) {
        double sum = 0;
        double square = 0;
        double product = 0;
        for (int i = 0; i < count; i++) {
            double value = grey.at(x + du[i] * frame.ux + dv[i] * frame.vx, y + du[i] * frame.uy + dv[i] * frame.vy);
            sum += value;
            square += value * value;
            product += value * expected[i];
        }
        double variance = square - sum * sum / count;
        return variance < count ? 0 : product / Math.sqrt(variance);
    }

    /**
     * Searches around a point.
     *
     * @param sign 1 for dark on light, -1 for an inverted symbol
     * @param reach modules to each side
     */
    Match find(Grey grey, double x, double y, Frame frame, int sign, double reach) {
        Match best = new Match(x, y, -1);
        double bestRank = -2;
        double step = 0.4;
        int steps = (int) Math.ceil(reach / step);
        for (int i = -steps; i <= steps; i++) {
            for (int j = -steps; j <= steps; j++) {
                Match match = at(grey, x, y, frame, sign, j * step, i * step);
                double rank = match.score - 0.01 * Math.hypot(i, j) * step;
                if (rank > bestRank) {
                    bestRank = rank;
                    best = match;
                }
            }
        }
        for (double fine = step / 2; fine > 0.04; fine /= 2) {
            Match centre = best;
            for (int i = -1; i <= 1; i++) {
                for (int j = -1; j <= 1; j++) {
                    Match match = at(grey, centre.x, centre.y, frame, sign, j * fine, i * fine);
                    best = match.score > best.score ? match : best;
                }
            }
        }
        return best;
    }

    private Match at(Grey grey, double x, double y, Frame frame, int sign, double u, double v) {
        double px = x + u * frame.ux + v * frame.vx;
        double py = y + u * frame.uy + v * frame.vy;
        return new Match(px, py, sign * score(grey, px, py, frame));
    }
}
