package org.tucai.capturecode.reading;

import org.tucai.capturecode.reading.Pattern.Frame;

/**
 * A finder pattern with the direction and length of its modules, fitted by correlation.
 *
 * @param frame pixels per module
 * @param score correlation with the ideal pattern, -1 to 1
 * @param seen false when it is hidden: place and frame are then a guess, the score says nothing
 */
record FinderFrame(double x, double y, Frame frame, double score, boolean seen) {
    private static final int PARAMETERS = 6;

    /** Begins with the directions of the triple's legs and improves place, size, shear and turn. */
    static FinderFrame fit(Grey grey, Finder finder, double[] u, double[] v) {
        int sign = finder.dark() ? 1 : -1;
        double mu = finder.module() * Math.max(Math.abs(u[0]), Math.abs(u[1]));
        double mv = finder.module() * Math.max(Math.abs(v[0]), Math.abs(v[1]));
        double[] best = {finder.x(), finder.y(), u[0] * mu, u[1] * mu, v[0] * mv, v[1] * mv};
        if (!finder.seen()) {
            return new FinderFrame(best[0], best[1], new Frame(best[2], best[3], best[4], best[5]), 1, false);
        }
        double score = score(grey, best, sign);
        for (double step = 0.16 * (mu + mv) / 2; step > 0.02; step *= 0.5) {
            for (int round = 0; round < 3; round++) {
                double before = score;
                for (int i = 0; i < PARAMETERS; i++) {
                    double size = i < 2 ? 2 * step : step / 2;
                    for (int direction = -1; direction <= 1; direction += 2) {
                        double kept = best[i];
                        best[i] += direction * size;
                        double tried = score(grey, best, sign);
                        if (tried > score) {
                            score = tried;
                        } else {
                            best[i] = kept;
                        }
                    }
                }
                if (score - before < 1e-4) {
                    break;
                }
            }
        }
        return new FinderFrame(best[0], best[1], new Frame(best[2], best[3], best[4], best[5]), score, true);
    }

    private static double score(Grey grey, double[] p, int sign) {
        return sign * Pattern.FINDER.score(grey, p[0], p[1], new Frame(p[2], p[3], p[4], p[5]));
    }

    double lengthU() {
        return Math.hypot(frame.ux(), frame.uy());
    }

    double lengthV() {
        return Math.hypot(frame.vx(), frame.vy());
    }
}
