package org.tucai.portrait.rule;

/** CIEDE2000 (CIE 142:2001, weights 1): how different two colours look; 1 is just noticeable, 10 is plain. */
final class ColourDistance {
    private static final double POW25_7 = 6103515625.0;

    private ColourDistance() {}

    /** Of two colours in L*a*b*. */
    static double between(double l1, double a1, double b1, double l2, double a2, double b2) {
        double meanC7 = Math.pow((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2, 7);
        double g = 0.5 * (1 - Math.sqrt(meanC7 / (meanC7 + POW25_7)));
        double c1 = Math.hypot(a1 * (1 + g), b1);
        double c2 = Math.hypot(a2 * (1 + g), b2);
        double h1 = hue(a1 * (1 + g), b1);
        double h2 = hue(a2 * (1 + g), b2);
        double dh = Math.IEEEremainder(h2 - h1, 360);
        double mean = h1 + dh / 2;
        double dL = l2 - l1;
        double dC = c2 - c1;
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(dh / 2));
        double t =
                1 - 0.17 * cos(mean - 30) + 0.24 * cos(2 * mean) + 0.32 * cos(3 * mean + 6) - 0.20 * cos(4 * mean - 63);
        double l50 = Math.pow((l1 + l2) / 2 - 50, 2);
        double meanC = (c1 + c2) / 2;
        double sl = 1 + 0.015 * l50 / Math.sqrt(20 + l50);
        double sc = 1 + 0.045 * meanC;
        double sh = 1 + 0.015 * meanC * t;
        double c7 = Math.pow(meanC, 7);
        double turn = Math.IEEEremainder(mean - 275, 360) / 25;
        double rt = -2 * Math.sqrt(c7 / (c7 + POW25_7)) * Math.sin(Math.toRadians(60 * Math.exp(-turn * turn)));
        return Math.sqrt(
                Math.pow(dL / sl, 2) + Math.pow(dC / sc, 2) + Math.pow(dH / sh, 2) + rt * (dC / sc) * (dH / sh));
    }

    /** Of a colour in L*a*b* and one in sRGB 0..255. */
    static double toRgb(double l, double a, double b, int[] rgb) {
        double red = linear(rgb[0]);
        double green = linear(rgb[1]);
        double blue = linear(rgb[2]);
        double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
        double y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
        return between(l, a, b, 116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
