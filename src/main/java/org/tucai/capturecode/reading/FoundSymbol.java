package org.tucai.capturecode.reading;

/** A symbol that was read: its text, its version 1 to 40, and where its grid lies. */
record FoundSymbol(String text, int version, GridMap map) {
    int size() {
        return 17 + 4 * version;
    }

    /** Whether a picture point lies on the symbol, taken as the quadrilateral of its corners. */
    boolean covers(double x, double y) {
        double s = size();
        double[] us = {0, s, s, 0};
        double[] vs = {0, 0, s, s};
        int positive = 0;
        int negative = 0;
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) % 4;
            double ax = map.x(us[i], vs[i]);
            double ay = map.y(us[i], vs[i]);
            double cross = (map.x(us[next], vs[next]) - ax) * (y - ay) - (map.y(us[next], vs[next]) - ay) * (x - ax);
            if (cross > 0) {
                positive++;
            } else {
                negative++;
            }
        }
        return positive == 0 || negative == 0;
    }
}
