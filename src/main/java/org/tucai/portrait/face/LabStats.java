package org.tucai.portrait.face;

/** Statistics of the colours of some points, channel by channel. */
final class LabStats {
    final Stats l;
    final Stats a;
    final Stats b;

    LabStats() {
        this(256);
    }

    /** @param expected about how many points will be added; it grows when there are more */
    LabStats(int expected) {
        l = new Stats(expected);
        a = new Stats(expected);
        b = new Stats(expected);
    }

    void add(Lab lab, int point) {
        l.add(lab.l()[point]);
        a.add(lab.a()[point]);
        b.add(lab.b()[point]);
    }

    int count() {
        return l.count();
    }

    /** Median L*, a*, b*; each NaN when there are no points. */
    double[] median() {
        return new double[] {l.median(), a.median(), b.median()};
    }
}
