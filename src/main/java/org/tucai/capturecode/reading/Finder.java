package org.tucai.capturecode.reading;

/**
 * A finder pattern: the square eye in three corners of a QR code (ISO/IEC 18004, 6.3.3).
 *
 * @param x centre in picture pixels
 * @param y centre in picture pixels
 * @param module mean module width in pixels as rows and columns cut it
 * @param dark true when the core is dark on light, false in an inverted code
 * @param votes rows in which it was seen; 0 when it was not, and is only supposed to be there
 */
record Finder(double x, double y, double module, boolean dark, int votes) {
    boolean seen() {
        return votes > 0;
    }

    double distance(Finder other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    boolean same(Finder other) {
        double reach = 2 * Math.max(module, other.module);
        double ratio = module / other.module;
        return dark == other.dark
                && Math.abs(x - other.x) < reach
                && Math.abs(y - other.y) < reach
                && ratio > 0.6
                && ratio < 1.7;
    }

    Finder merged(Finder other) {
        int sum = votes + other.votes;
        double a = (double) votes / sum;
        double b = 1 - a;
        return new Finder(a * x + b * other.x, a * y + b * other.y, a * module + b * other.module, dark, sum);
    }

    Finder scaled(double factor) {
        return new Finder(x * factor, y * factor, module * factor, dark, votes);
    }
}
