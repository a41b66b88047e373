package org.tucai.bench.made;

import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.ellipse;

import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Draws jewellery on a portrait in the standard view: studs, hoops, drops, chains and beads in gold, silver, pearl, black
 * or a colour.
 */
final class Jewels {
    /** Blue, green, red. */
    private static final int[][] METALS = {
        {70, 170, 215}, {200, 200, 205}, {225, 232, 238}, {30, 30, 32}, {60, 40, 150}, {150, 110, 40}, {90, 130, 180}
    };

    /** Fraction bits of positions, which are drawn with subpixel accuracy. */
    private static final int SHIFT = 4;

    private static final int ONE = 1 << SHIFT;

    private final Mat out;
    private final Random random;
    private final int[] metal;
    private final double light;

    private Jewels(Mat out, Random random) {
        this.out = out;
        this.random = random;
        this.metal = METALS[random.nextInt(METALS.length)];
        this.light = 0.55 + 0.5 * random.nextDouble();
    }

    /** Earrings at one or both lobes. */
    static Mat earrings(StandardView view, Random random) {
        Mat out = view.view().clone();
        Jewels jewels = new Jewels(out, random);
        int kind = random.nextInt(3);
        int which = random.nextInt(4);
        double size = 0.6 + 0.9 * random.nextDouble();
        for (int side = 0; side < 2; side++) {
            if (which > 1 || which == side) {
                double x = view.lobeX(side) + random.nextDouble() * 6 - 3;
                double y = view.lobeY(side) + random.nextDouble() * 10 - 5;
                jewels.earring(kind, x, y, size);
            }
        }
        return out;
    }

    private void earring(int kind, double x, double y, double size) {
        switch (kind) {
            case 0 -> bead(x, y, 3 + 2.5 * size);
            case 1 -> {
                double radius = 7 + 11 * size;
                ring(x, y + radius, radius * (0.35 + 0.6 * random.nextDouble()), radius, 1.2 + 2 * size);
            }
            default -> {
                bead(x, y, 2.5);
                double step = 5 + 2 * size;
                int count = 2 + random.nextInt(5);
                for (int i = 1; i <= count; i++) {
                    bead(x, y + i * step, 1.5 + (i == count ? 3 : 1.2) * size);
                }
            }
        }
    }

    /** A chain or beads around the neck, hanging to a random depth, with or without a pendant. */
    static Mat necklace(StandardView view, Random random) {
        Mat out = view.view().clone();
        Jewels jewels = new Jewels(out, random);
        double half = 52 + 30 * random.nextDouble();
        double top = StandardView.CHIN + 15 + 25 * random.nextDouble();
        double depth = 25 + 75 * random.nextDouble();
        boolean beads = random.nextBoolean();
        double radius = beads ? 2.2 + 3.5 * random.nextDouble() : 0.9 + 1.1 * random.nextDouble();
        double step = Math.max(1.2, radius * (beads ? 2.1 : 0.9));
        double power = 1.6 + 1.4 * random.nextDouble();
        double at = -half;
        while (at < half) {
            double fall = 1 - Math.pow(Math.abs(at) / half, power);
            jewels.bead(240 + at, top + depth * fall, radius);
            double slope = depth * power / half * Math.pow(Math.abs(at) / half, power - 1);
            at += step / Math.hypot(1, slope);
        }
        if (random.nextInt(3) == 0) {
            jewels.bead(240, top + depth + 6, 4 + 6 * random.nextDouble());
        }
        return out;
    }

    private void bead(double x, double y, double radius) {
        double shine = light * (0.75 + 0.5 * random.nextDouble());
        disc(x, y, radius, shine * 0.8);
        disc(x - radius * 0.15, y - radius * 0.15, radius * 0.7, shine);
        disc(x - radius * 0.35, y - radius * 0.35, radius * 0.3, shine * 1.7);
    }

    private void disc(double x, double y, double radius, double shine) {
        try (Point centre = new Point(fixed(x), fixed(y));
                Scalar colour = colour(shine)) {
            circle(out, centre, Math.max(1, fixed(radius)), colour, -1, LINE_AA, SHIFT);
        }
    }

    private void ring(double x, double y, double across, double down, double thick) {
        try (Point centre = new Point(fixed(x), fixed(y));
                Size axes = new Size(fixed(across), fixed(down));
                Scalar colour = colour(light * 0.8);
                Scalar bright = colour(light * 1.4)) {
            int width = Math.max(1, (int) Math.round(thick));
            ellipse(out, centre, axes, 0, 0, 360, colour, width, LINE_AA, SHIFT);
            ellipse(out, centre, axes, 0, 30, 100, bright, Math.max(1, width / 2), LINE_AA, SHIFT);
        }
    }

    private static int fixed(double pixels) {
        return (int) Math.round(pixels * ONE);
    }

    private Scalar colour(double shine) {
        return new Scalar(
                Math.min(255, metal[0] * shine), Math.min(255, metal[1] * shine), Math.min(255, metal[2] * shine), 0);
    }
}
