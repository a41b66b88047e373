package org.tucai.capturecode.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Three finder patterns that may belong to one symbol.
 *
 * @param corner the one at the right angle (top left of the upright symbol)
 * @param right the one along the first row
 * @param below the one along the first column
 * @param cost 0 for a perfect square seen straight on
 */
record Triple(Finder corner, Finder right, Finder below, double cost) {
    /** Smallest and largest distance of two finder centres along a side, in modules: versions 1 to 40, with room for perspective. */
    private static final double MIN_SIDE = 10;

    private static final double MAX_SIDE = 230;
    /** Finder patterns of a symbol correlate at least so well before their place and size are improved. */
    private static final double MIN_CORRELATION = 0;

    /** Likely triples, the likeliest first. */
    static List<Triple> among(List<Finder> finders, int most) {
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < finders.size(); i++) {
            for (int j = i + 1; j < finders.size(); j++) {
                if (!alike(finders.get(i), finders.get(j))) {
                    continue;
                }
                for (int k = j + 1; k < finders.size(); k++) {
                    if (alike(finders.get(i), finders.get(k)) && alike(finders.get(j), finders.get(k))) {
                        add(triples, finders.get(i), finders.get(j), finders.get(k));
                    }
                }
            }
        }
        triples.sort(Comparator.comparingDouble(Triple::cost));
        return triples.size() > most ? List.copyOf(triples.subList(0, most)) : List.copyOf(triples);
    }

    static boolean alike(Finder a, Finder b) {
        double ratio = a.module() / b.module();
        double side = a.distance(b) / Math.max(a.module(), b.module());
        return a.dark() == b.dark() && ratio > 0.5 && ratio < 2 && side > MIN_SIDE * 0.8 && side < MAX_SIDE;
    }

    /** Adds the triple of three finder patterns when they lie as in a symbol. */
    static void add(List<Triple> triples, Finder a, Finder b, Finder c) {
        double ab = a.distance(b);
        double bc = b.distance(c);
        double ca = c.distance(a);
        if (bc >= ab && bc >= ca) {
            ordered(triples, a, b, c);
        } else if (ca >= ab) {
            ordered(triples, b, c, a);
        } else {
            ordered(triples, c, a, b);
        }
    }

    /** Cost with how badly the three correlate with ideal finder patterns; infinite when one does not at all. */
    double costIn(Grey grey) {
        double worst = Math.min(score(grey, corner), Math.min(score(grey, right), score(grey, below)));
        return worst < MIN_CORRELATION ? Double.POSITIVE_INFINITY : cost + 1 - worst;
    }

    private double score(Grey grey, Finder finder) {
        if (!finder.seen()) {
            return 1;
        }
        double[] u = direction(corner, right);
        double[] v = direction(corner, below);
        double mu = finder.module() * Math.max(Math.abs(u[0]), Math.abs(u[1]));
        double mv = finder.module() * Math.max(Math.abs(v[0]), Math.abs(v[1]));
        Pattern.Frame frame = new Pattern.Frame(u[0] * mu, u[1] * mu, v[0] * mv, v[1] * mv);
        int sign = finder.dark() ? 1 : -1;
        double asCut = sign * Pattern.FINDER.score(grey, finder.x(), finder.y(), frame);
        double smaller = sign * Pattern.FINDER.score(grey, finder.x(), finder.y(), frame.scaled(0.85));
        return Math.max(asCut, smaller);
    }

    static double[] direction(Finder from, Finder to) {
        double length = from.distance(to);
        return new double[] {(to.x() - from.x()) / length, (to.y() - from.y()) / length};
    }

    /** Turns the two legs so that the symbol is not mirrored: y points down in pictures. */
    private static void ordered(List<Triple> triples, Finder corner, Finder p, Finder q) {
        double px = p.x() - corner.x();
        double py = p.y() - corner.y();
        double qx = q.x() - corner.x();
        double qy = q.y() - corner.y();
        double cross = px * qy - py * qx;
        double sine = cross / (Math.hypot(px, py) * Math.hypot(qx, qy));
        double cosine = (px * qx + py * qy) / (Math.hypot(px, py) * Math.hypot(qx, qy));
        double sides = Math.abs(Math.log(Math.hypot(px, py) / Math.hypot(qx, qy)));
        double largest = Math.max(corner.module(), Math.max(p.module(), q.module()));
        double smallest = Math.min(corner.module(), Math.min(p.module(), q.module()));
        double sizes = Math.log(largest / smallest);
        if (Math.abs(sine) < 0.7 || sides > 0.7) {
            return;
        }
        double votes = Math.min(corner.votes(), Math.min(p.votes(), q.votes()));
        double cost = Math.abs(cosine) + sides + sizes + 1.5 / (1 + votes);
        triples.add(cross > 0 ? new Triple(corner, p, q, cost) : new Triple(corner, q, p, cost));
    }

    /** Whether one of the three lies on a symbol that has been read. */
    boolean touches(FoundSymbol symbol) {
        return symbol.covers(corner.x(), corner.y())
                || symbol.covers(right.x(), right.y())
                || symbol.covers(below.x(), below.y());
    }

    /** Whether all three were seen. */
    boolean complete() {
        return corner.seen() && right.seen() && below.seen();
    }
}
