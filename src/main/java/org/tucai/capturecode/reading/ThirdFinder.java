package org.tucai.capturecode.reading;

import java.util.ArrayList;
import java.util.List;
import org.tucai.capturecode.reading.Pattern.Frame;

/** Looks by correlation for the third finder pattern where two others say that it should be: for glare, damage and steep views. */
final class ThirdFinder {
    private static final int MAX_FINDERS = 10;
    private static final double MIN_SCORE = 0.5;
    /** Half side of the searched square as a share of the distance of the two. */
    private static final double REACH = 0.16;

    private final Grey grey;
    private final List<Triple> triples = new ArrayList<>();

    ThirdFinder(Grey grey) {
        this.grey = grey;
    }

    /** Triples of two of the given patterns and one that is found here. */
    List<Triple> complete(List<Finder> finders, Deadline deadline) {
        int count = Math.min(finders.size(), MAX_FINDERS);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count && !deadline.passed(); j++) {
                if (Triple.alike(finders.get(i), finders.get(j))) {
                    pair(finders.get(i), finders.get(j));
                }
            }
        }
        return triples;
    }

    private void pair(Finder a, Finder b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        search(a, b, a.x() - dy, a.y() + dx, dx, dy);
        search(a, b, a.x() + dy, a.y() - dx, dx, dy);
        search(a, b, b.x() - dy, b.y() + dx, dx, dy);
        search(a, b, b.x() + dy, b.y() - dx, dx, dy);
        search(a, b, a.x() + (dx - dy) / 2, a.y() + (dy + dx) / 2, (dx - dy) / 2, (dy + dx) / 2);
        search(a, b, a.x() + (dx + dy) / 2, a.y() + (dy - dx) / 2, (dx + dy) / 2, (dy - dx) / 2);
    }

    /** Searches round (x, y) with modules along (dx, dy). */
    private void search(Finder a, Finder b, double x, double y, double dx, double dy) {
        double leg = Math.hypot(dx, dy);
        double ux = dx / leg;
        double uy = dy / leg;
        double cut = (a.module() + b.module()) / 2;
        double module = cut * Math.max(Math.abs(ux), Math.abs(uy));
        if (leg < 12 * module || x < 0 || y < 0 || x >= grey.width || y >= grey.height) {
            return;
        }
        Frame frame = new Frame(ux * module, uy * module, -uy * module, ux * module);
        int sign = a.dark() ? 1 : -1;
        double step = 0.9 * module;
        int steps = (int) (REACH * leg / step) + 1;
        double best = 0;
        double bestX = x;
        double bestY = y;
        for (int i = -steps; i <= steps; i++) {
            for (int j = -steps; j <= steps; j++) {
                double score = sign * Pattern.FINDER.score(grey, x + j * step, y + i * step, frame);
                if (score > best) {
                    best = score;
                    bestX = x + j * step;
                    bestY = y + i * step;
                }
            }
        }
        if (best > MIN_SCORE * 0.6) {
            Finder third = new Finder(bestX, bestY, cut, a.dark(), 1);
            FinderFrame fitted = FinderFrame.fit(grey, third, new double[] {ux, uy}, new double[] {-uy, ux});
            if (fitted.score() > MIN_SCORE) {
                Triple.add(triples, a, b, new Finder(fitted.x(), fitted.y(), cut, a.dark(), 1));
            }
        }
    }
}
