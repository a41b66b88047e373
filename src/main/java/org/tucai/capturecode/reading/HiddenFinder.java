package org.tucai.capturecode.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Supposes a third finder pattern that cannot be seen at all, as under glare: two that are fit for each other say where it would be. Whether
 * there is a symbol shows only when its grid is fitted.
 */
final class HiddenFinder {
    private static final int MAX_FINDERS = 10;
    private static final int MAX_PAIRS = 2;
    /** The two that are seen must look like finder patterns. */
    private static final double MIN_SCORE = 0.6;

    private final Grey grey;

    HiddenFinder(Grey grey) {
        this.grey = grey;
    }

    private record Pair(Finder a, Finder b, double score) {}

    /** Triples of two that are seen and one that is not, of the likeliest pairs. */
    List<Triple> suppose(List<Finder> finders, Deadline deadline) {
        List<Pair> pairs = new ArrayList<>();
        int count = Math.min(finders.size(), MAX_FINDERS);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count && !deadline.passed(); j++) {
                Finder a = finders.get(i);
                Finder b = finders.get(j);
                if (Triple.alike(a, b)) {
                    pairs.add(new Pair(a, b, score(a, b)));
                }
            }
        }
        List<Triple> triples = new ArrayList<>();
        pairs.stream()
                .filter(pair -> pair.score() > MIN_SCORE)
                .sorted(Comparator.comparingDouble(Pair::score).reversed())
                .limit(MAX_PAIRS)
                .forEach(pair -> suppose(triples, pair));
        return triples;
    }

    /** The worse of the two, each with modules along their line or halfway between. */
    private double score(Finder a, Finder b) {
        double[] u = Triple.direction(a, b);
        double[] v = {-u[1], u[0]};
        double[] p = {(u[0] - v[0]) * Math.sqrt(0.5), (u[1] - v[1]) * Math.sqrt(0.5)};
        double[] q = {-p[1], p[0]};
        return Math.max(worse(a, b, u, v), worse(a, b, p, q));
    }

    private double worse(Finder a, Finder b, double[] u, double[] v) {
        return Math.min(
                FinderFrame.fit(grey, a, u, v).score(),
                FinderFrame.fit(grey, b, u, v).score());
    }

    /** Four ways in which the two may share a side of the symbol, two in which they face each other across it. */
    private void suppose(List<Triple> triples, Pair pair) {
        Finder a = pair.a();
        Finder b = pair.b();
        double[] u = Triple.direction(a, b);
        double[] v = {-u[1], u[0]};
        FinderFrame first = FinderFrame.fit(grey, a, u, v);
        FinderFrame second = FinderFrame.fit(grey, b, u, v);
        double modules = a.distance(b) / ((first.lengthU() + second.lengthU()) / 2);
        // the side that is not seen runs as the modules of the two do
        double sideX = modules * (first.frame().vx() + second.frame().vx()) / 2;
        double sideY = modules * (first.frame().vy() + second.frame().vy()) / 2;
        for (int side = -1; side <= 1; side += 2) {
            Triple.add(triples, a, b, supposed(a, a.x() + side * sideX, a.y() + side * sideY));
            Triple.add(triples, a, b, supposed(b, b.x() + side * sideX, b.y() + side * sideY));
            double middleX = (a.x() + b.x()) / 2 - side * (b.y() - a.y()) / 2;
            double middleY = (a.y() + b.y()) / 2 + side * (b.x() - a.x()) / 2;
            Triple.add(triples, a, b, supposed(a, middleX, middleY));
        }
    }

    private static Finder supposed(Finder like, double x, double y) {
        return new Finder(x, y, like.module(), like.dark(), 0);
    }
}
