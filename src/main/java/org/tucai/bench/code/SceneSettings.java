package org.tucai.bench.code;

import java.nio.FloatBuffer;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;

/**
 * How one picture of a code is taken.
 *
 * @param module pixels per module
 * @param turn rotation in the picture's plane, radians
 * @param tilt of the page against the picture's plane, radians
 * @param curl height of the page's wave, modules
 * @param disc radius of the defocus, pixels
 * @param motion length of the motion blur, pixels
 * @param noise standard deviation, grey levels
 * @param dark brightness of black
 * @param bright brightness of white
 * @param channel the only channel that differs (0 blue, 1 green, 2 red), -1 for all
 * @param shade share of the light that the shadow takes away
 * @param gradient share of the light that varies across the code
 * @param glareLevel brightness that a reflection adds in its middle
 * @param glareSize its radius as a share of the code
 * @param screen amplitude of moiré and flicker, grey levels; 0 for paper
 * @param quality of the JPEG
 */
record SceneSettings(
        double module,
        double turn,
        double tilt,
        double curl,
        double disc,
        double motion,
        double noise,
        double dark,
        double bright,
        int channel,
        double shade,
        double gradient,
        double glareLevel,
        double glareSize,
        double screen,
        int quality) {
    private static final double CLEAR_DARK = 30;
    private static final double CLEAR_BRIGHT = 225;

    /** The classes that can be drawn, named like those of the shared pictures where they have them. */
    enum Kind {
        LOW_CONTRAST("07_low_contrast"),
        PRINT("08_print_photo"),
        SCREEN("09_screen_photo"),
        BLURRED("11_blurred"),
        WORST("12_worst_mix"),
        BENT("13_bent_print");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** @param d difficulty, 0 to 1 */
    static SceneSettings of(Kind kind, double d, Random r) {
        double small = 6.5 - 3 * d + r.nextDouble() - 0.5;
        boolean left = r.nextBoolean();
        double slight = (left ? 1 : -1) * r.nextDouble() * 0.4;
        return switch (kind) {
            case LOW_CONTRAST -> lowContrast(d, r);
            case PRINT ->
                at(small, slight, 0.2 + 0.5 * d * r.nextDouble(), 3 * d * r.nextDouble(), 0.4 * d * small, 3 + 8 * d)
                        .lit(0.3 + 0.35 * d * r.nextDouble(), 0.15, 0, 0, 0, 70 + r.nextInt(20));
            case SCREEN ->
                at(small, slight, 0.1 + 0.55 * d * r.nextDouble(), 0, 0.25 * d * small, 3 + 9 * d)
                        .lit(0, 0.1, 320 * d * r.nextDouble(), 0.15 + 0.15 * r.nextDouble(), 6 + 22 * d, 75);
            case BLURRED -> {
                double module = 4 + 3 * r.nextDouble();
                SceneSettings still = at(module, slight, 0.1 * r.nextDouble(), 0, 0, 1.5 + r.nextDouble());
                yield (left ? still.blurred((0.5 + 0.6 * d) * module, 0) : still.blurred(0, (0.65 + d) * module))
                        .lit(0, 0.1, 0, 0, 0, 80 + r.nextInt(12));
            }
            case WORST ->
                at(
                                small,
                                2 * Math.PI * r.nextDouble(),
                                0.1 + 0.5 * d * r.nextDouble(),
                                left ? 2.5 * d * r.nextDouble() : 0,
                                0.5 * d * small,
                                3 + 8 * d)
                        .lit(left ? 0.4 * d : 0, 0.15, left ? 0 : 260 * d, 0.2, left ? 0 : 15 * d, 62 + r.nextInt(20));
            case BENT ->
                at(small, slight, 0.4 * d * r.nextDouble(), 3 + 9 * d, 0.2 * d * small, 2 + 3 * d)
                        .lit(0.3 * d, 0.2, 0, 0, 0, 80);
        };
    }

    private static SceneSettings at(double module, double turn, double tilt, double curl, double disc, double noise) {
        return new SceneSettings(
                module, turn, tilt, curl, disc, 0, noise, CLEAR_DARK, CLEAR_BRIGHT, -1, 0, 0, 0, 0, 0, 80);
    }

    private SceneSettings lit(double shadow, double slope, double glare, double size, double pattern, int jpeg) {
        return new SceneSettings(
                module, turn, tilt, curl, disc, motion, noise, dark, bright, channel, shadow, slope, glare, size,
                pattern, jpeg);
    }

    private SceneSettings blurred(double radius, double length) {
        return new SceneSettings(
                module,
                turn,
                tilt,
                curl,
                radius,
                length,
                noise,
                dark,
                bright,
                channel,
                shade,
                gradient,
                glareLevel,
                glareSize,
                screen,
                quality);
    }

    private static SceneSettings lowContrast(double d, Random r) {
        double contrast = 58 * Math.pow(8 / 58.0, d);
        double base = 30 + r.nextDouble() * 140;
        int channel = r.nextInt(3) == 0 ? r.nextInt(3) : -1;
        double module = 4 + 4 * r.nextDouble();
        double noise = 1 + (2.5 * d + 1) * r.nextDouble();
        return new SceneSettings(
                module, 0, 0, 0, 0, 0, noise, base, base + contrast, channel, 0, 0.2, 0, 0, 0, 88 + r.nextInt(8));
    }

    double level(int drawn, int c) {
        return channel >= 0 && c != channel ? dark : dark + (bright - dark) * drawn / 255;
    }

    /** Share of the light at a point given in code widths from the code's centre. */
    double light(double u, double v, double phase) {
        double along = Math.cos(phase) * u + Math.sin(phase) * v;
        double edge = 1 / (1 + Math.exp(-along / 0.04));
        return (1 - shade * edge) * (1 - gradient * (0.5 + along));
    }

    double glare(double u, double v) {
        return glareLevel == 0 ? 0 : glareLevel * Math.exp(-(u * u + v * v) / (2 * glareSize * glareSize));
    }

    /** Moiré of the screen's columns and the sensor's grid, slightly shifted for each colour, and bands of the lamp or screen. */
    double moire(double u, double v, double x, double y, int c) {
        if (screen == 0) {
            return 0;
        }
        double stripes = Math.sin(2 * Math.PI * (2.07 * u - x / module * 2 + c / 3.0) + 0.05 * v);
        double columns = Math.sin(2 * Math.PI * (0.37 * u + 0.11 * v + c / 3.0));
        return screen * (0.5 * stripes + 0.3 * columns + 0.3 * Math.sin(y / 23));
    }

    /** Returns a new picture; the argument stays open. */
    Mat blur(Mat mat, Random random) {
        if (disc < 0.3 && motion < 1) {
            return mat.clone();
        }
        int reach = (int) Math.ceil(Math.max(disc, motion / 2)) + 1;
        int side = 2 * reach + 1;
        float[] cells = new float[side * side];
        double angle = random.nextDouble() * Math.PI;
        double sum = 0;
        for (int i = 0; i < 25 * cells.length; i++) {
            int cell = i / 25;
            int column = cell % side;
            int row = cell / side;
            int inner = i % 25;
            int down = inner / 5;
            double x = column - reach + (inner % 5 - 2) / 5.0;
            double y = row - reach + (down - 2) / 5.0;
            double along = Math.cos(angle) * x + Math.sin(angle) * y;
            double across = Math.cos(angle) * y - Math.sin(angle) * x;
            boolean inside =
                    motion > 0 ? Math.abs(along) <= motion / 2 && Math.abs(across) <= 0.5 : Math.hypot(x, y) <= disc;
            cells[cell] += inside ? 1 : 0;
            sum += inside ? 1 : 0;
        }
        Mat out = new Mat();
        try (Mat kernel = new Mat(side, side, opencv_core.CV_32F);
                Point centre = new Point(-1, -1)) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] /= (float) sum;
            }
            FloatBuffer buffer = kernel.createBuffer();
            buffer.put(cells);
            opencv_imgproc.filter2D(mat, out, -1, kernel, centre, 0, opencv_core.BORDER_REPLICATE);
        }
        return out;
    }
}
