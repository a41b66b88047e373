package org.tucai.bench.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Draws hands and cloth in front of a face, in varying sizes, positions and colours; fingers are shaded round and cast a small shadow.
 * Every method returns a new picture.
 */
final class Covered {
    /** Skin colours from light to dark: blue, green, red. */
    private static final int[][] SKINS = {
        {180, 200, 228}, {140, 170, 212}, {105, 140, 190}, {75, 105, 155}, {50, 75, 118}, {35, 50, 82}
    };

    private static final int[][] CLOTHS = {
        {40, 40, 45}, {225, 228, 230}, {60, 50, 170}, {130, 80, 50}, {95, 120, 70}, {110, 150, 190}, {150, 140, 140}
    };

    /** Brightness factors of a limb at its edge, and of the shadow beside it. */
    private static final double EDGE = 0.72;

    private static final double SHADOW = 0.82;

    /** Distance at which the shadow ends, in radii. */
    private static final double FAR = 1.3;

    private Covered() {}

    /** A part of a hand: everything within a radius of a line segment. */
    private record Limb(double x, double y, double toX, double toY, double radius) {
        /** The distance of a point from the segment, in radii. */
        double at(double px, double py) {
            double dx = toX - x;
            double dy = toY - y;
            double t = Math.clamp(((px - x) * dx + (py - y) * dy) / Math.max(1, dx * dx + dy * dy), 0, 1);
            double offX = px - x - t * dx;
            double offY = py - y - t * dy;
            return Math.sqrt(offX * offX + offY * offY) / radius;
        }
    }

    /** One or two upright fingers in front of the lips, which leave the corners of the mouth or the nostrils free. */
    static Mat fingers(StandardView it, Random random) {
        double mouth = mouth(it);
        List<Limb> hand = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        double radius = 19 + random.nextInt(6);
        double lean = random.nextInt(61) - 30;
        for (int finger = 0; finger < count; finger++) {
            double x = 240 + random.nextInt(21) - 10 + 2 * radius * (finger - (count - 1) / 2.0);
            double tip = mouth - 45 + random.nextInt(30);
            hand.add(new Limb(x, tip, x + lean, tip + 210, radius));
        }
        hand.add(new Limb(240 + lean - 50, mouth + 175, 240 + lean + 50, mouth + 175, 45));
        return laid(it, hand, skin(it, random), random);
    }

    /** A palm in front of mouth and chin; the nostrils usually stay free. */
    static Mat palm(StandardView it, Random random) {
        int side = random.nextBoolean() ? 1 : -1;
        double mouth = mouth(it) + random.nextInt(25);
        double radius = 17 + random.nextInt(6);
        double slope = 10 + random.nextInt(50);
        List<Limb> hand = new ArrayList<>();
        for (int finger = 0; finger < 4; finger++) {
            double y = mouth - 1.6 * radius + 1.9 * radius * finger;
            double reach = 55 + random.nextInt(40) - 12 * Math.abs(finger - 1);
            hand.add(new Limb(240 - side * reach, y - slope / 2, 240 + side * 90, y + slope, radius));
        }
        hand.add(new Limb(240 + side * 90, mouth + 20 + slope, 240 + side * 190, mouth + 110 + slope, 55));
        return laid(it, hand, skin(it, random), random);
    }

    /** Fingers in front of an eye, from the side or from below. */
    static Mat eye(StandardView it, Random random) {
        int side = random.nextBoolean() ? 1 : -1;
        double radius = 16 + random.nextInt(7);
        double turn = random.nextDouble() * 1.9 - 0.2;
        double alongX = side * Math.cos(turn);
        double alongY = Math.sin(turn);
        List<Limb> hand = new ArrayList<>();
        for (int finger = 0; finger < 3; finger++) {
            double aside = 1.9 * radius * (finger - 1);
            double x = 240 + side * 60 - alongY * aside - alongX * (25 + random.nextInt(20));
            double y = 288 + side * alongX * aside - alongY * (25 + random.nextInt(20));
            hand.add(new Limb(x, y, x + 130 * alongX, y + 130 * alongY, radius));
        }
        hand.add(new Limb(
                240 + side * 60 + 140 * alongX,
                288 + 140 * alongY,
                240 + side * 60 + 220 * alongX,
                288 + 220 * alongY,
                50));
        return laid(it, hand, skin(it, random), random);
    }

    /** An eye patch, black or of gauze, with or without its band. */
    static Mat patch(StandardView it, Random random) {
        int side = random.nextBoolean() ? 1 : -1;
        int[] colour = random.nextBoolean() ? CLOTHS[0] : CLOTHS[1];
        double wide = 34 + random.nextInt(14);
        double high = 28 + random.nextInt(14);
        boolean band = random.nextBoolean();
        return Spoiled.mapped(it.view(), (x, y, c, value) -> {
            double across = (x - 240 - side * 60) / wide;
            double down = (y - 290) / high;
            boolean patch = Math.pow(across, 4) + Math.pow(down, 4) < 1;
            boolean strap = band
                    && Math.abs(y - 262 + 0.45 * side * (x - 240 - side * 60)) < 4
                    && it.person(x, y) > 0.5
                    && y > 130;
            return patch || strap ? colour[c] * (1 - 0.12 * across * across) + 3 * random.nextGaussian() : value;
        });
    }

    /** A head leaning on a hand: palm at the jaw, fingers up the cheek. */
    static Mat cheek(StandardView it, Random random) {
        int side = random.nextBoolean() ? 1 : -1;
        double half = 0.46 * (it.lobeX(1) - it.lobeX(0));
        double radius = 15 + random.nextInt(6);
        double low = it.chin() - 10 - random.nextInt(30);
        List<Limb> hand = new ArrayList<>();
        for (int finger = 0; finger < 4; finger++) {
            double x = 240 + side * (half - 6 - finger * 1.8 * radius + random.nextInt(10));
            double tip = 330 + random.nextInt(35) + 14 * Math.abs(finger - 1);
            hand.add(new Limb(x + side * 12, tip, x + side * 5, low, radius));
        }
        hand.add(new Limb(240 + side * (half - 20), low + 15, 240 + side * (half + 25), low + 130, 48));
        return laid(it, hand, skin(it, random), random);
    }

    /** Cloth wound around chin and neck; the lips stay free. */
    static Mat scarf(StandardView it, Random random) {
        int[] colour = CLOTHS[random.nextInt(CLOTHS.length)];
        double mouth = mouth(it);
        double top = mouth + 22 + random.nextDouble() * 0.35 * (it.chin() - mouth);
        double hang = 0.0007 + 0.0009 * random.nextDouble();
        double pitch = 14 + random.nextInt(16);
        double slant = random.nextDouble() * 0.3 - 0.15;
        double half = 0.5 * (it.lobeX(1) - it.lobeX(0)) + 25;
        return Spoiled.mapped(it.view(), (x, y, c, value) -> {
            double across = x - 240;
            double edge = top - hang * across * across + slant * across;
            boolean worn = y > edge && Math.abs(across) < half + 0.5 * Math.max(0, y - it.chin());
            double fold = 1 - 0.16 * Math.abs(Math.sin((y - edge) / pitch + 0.004 * across));
            double round = 1 - 0.25 * across * across / half / half;
            double shade = y > edge - 5 && !worn && Math.abs(across) < half ? SHADOW : 1;
            return worn ? colour[c] * fold * Math.max(0.4, round) + 3 * random.nextGaussian() : value * shade;
        });
    }

    private static double mouth(StandardView it) {
        return 288 + 0.62 * (it.chin() - 288);
    }

    /** Half of the time the person's own skin colour, half of the time another. */
    private static double[] skin(StandardView it, Random random) {
        double tone = 0.85 + 0.25 * random.nextDouble();
        int[] other = SKINS[random.nextInt(SKINS.length)];
        if (random.nextBoolean()) {
            return new double[] {other[0] * tone, other[1] * tone, other[2] * tone};
        }
        try (Mat cheek = new Mat(it.view(), new Rect(160, 360, 24, 24));
                Scalar mean = opencv_core.mean(cheek)) {
            return new double[] {mean.get(0) * tone, mean.get(1) * tone, mean.get(2) * tone};
        }
    }

    private static Mat laid(StandardView it, List<Limb> hand, double[] skin, Random random) {
        return Spoiled.mapped(it.view(), (x, y, c, value) -> {
            double shown = value;
            for (Limb limb : hand) {
                double r = limb.at(x, y);
                if (r > FAR) {
                    continue;
                }
                double round = Math.sqrt(Math.max(0, 1 - r * r));
                double lit = skin[c] * (EDGE + (1 - EDGE) * round) + 2 * random.nextGaussian();
                double in = Math.clamp((1 - r) * limb.radius() + 0.5, 0, 1);
                double shadow = r > 1 ? Math.max(SHADOW, 1 - (1 - SHADOW) * (FAR - r) / (FAR - 1)) : 1;
                shown = in * lit + (1 - in) * shown * shadow;
            }
            return shown;
        });
    }
}
