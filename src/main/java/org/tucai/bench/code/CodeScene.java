package org.tucai.bench.code;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** A page as a camera or a screenshot shows it: position, perspective, curl, light, moiré; then blur and noise. */
final class CodeScene {
    private static final int SAMPLES = 3;

    private final CodePage page;
    private final SceneSettings settings;
    private final Random random;
    private final double[] back;
    private final int width;
    private final int height;
    private final double glareX;
    private final double glareY;
    private final double phase;

    CodeScene(CodePage page, SceneSettings settings, Random random) {
        this.page = page;
        this.settings = settings;
        this.random = random;
        double extent = page.modules * settings.module();
        this.width = (int) (extent * (1.5 + 0.3 * random.nextDouble()));
        this.height = (int) (extent * (1.5 + 0.3 * random.nextDouble()));
        this.back = inverse(camera(extent));
        this.glareX = (random.nextDouble() - 0.5) * page.modules;
        this.glareY = (random.nextDouble() - 0.5) * page.modules;
        this.phase = random.nextDouble() * 2 * Math.PI;
    }

    /** The picture: blue, green, red, eight bits each. */
    Mat shot() {
        float[] values = new float[width * height * 3];
        double[] colour = new double[3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixel(x, y, colour);
                for (int c = 0; c < 3; c++) {
                    values[(y * width + x) * 3 + c] = (float) colour[c];
                }
            }
        }
        Mat mat = new Mat(height, width, opencv_core.CV_32FC3);
        FloatBuffer buffer = mat.createBuffer();
        buffer.put(values);
        try (Mat blurred = settings.blur(mat, random)) {
            return noisy(blurred);
        }
    }

    private void pixel(int x, int y, double[] colour) {
        Arrays.fill(colour, 0);
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int row = i / SAMPLES;
            int column = i % SAMPLES;
            double px = x + (column + 0.5) / SAMPLES - width / 2.0;
            double py = y + (row + 0.5) / SAMPLES - height / 2.0;
            double w = back[6] * px + back[7] * py + back[8];
            double u = (back[0] * px + back[1] * py + back[2]) / w;
            double v = (back[3] * px + back[4] * py + back[5]) / w;
            double bend = settings.curl() * Math.sin(Math.PI * u / page.modules + phase);
            int seen = page.at(u + page.side / 2.0, v + bend + page.side / 2.0);
            double light = settings.light(u / page.modules, v / page.modules, phase);
            double glare = settings.glare((u - glareX) / page.modules, (v - glareY) / page.modules);
            for (int c = 0; c < 3; c++) {
                double value = seen < 0 ? 60 : settings.level((seen >> (8 * c)) & 0xFF, c);
                double screen = seen < 0 ? 0 : settings.moire(u, v, px, py, c);
                colour[c] += (value * light + glare + screen) / (SAMPLES * SAMPLES);
            }
        }
    }

    /** The mapping of page coordinates, in modules from the code's centre, to pixels from the picture's centre. */
    private double[] camera(double extent) {
        double turn = settings.turn();
        double axis = random.nextDouble() * 2 * Math.PI;
        double tilt = settings.tilt();
        double far = 2.2 * page.modules;
        double scale = settings.module();
        double ca = Math.cos(axis);
        double sa = Math.sin(axis);
        double cosine = Math.cos(tilt);
        // a plane rotated in itself, then tilted about an axis, seen from a distance
        double a = ca * ca + cosine * sa * sa;
        double b = ca * sa * (1 - cosine);
        double d = sa * sa + cosine * ca * ca;
        double slopeX = -Math.sin(tilt) * sa / far;
        double slopeY = Math.sin(tilt) * ca / far;
        double ct = Math.cos(turn);
        double st = Math.sin(turn);
        double offsetX = (random.nextDouble() - 0.5) * 0.2 * extent;
        double offsetY = (random.nextDouble() - 0.5) * 0.2 * extent;
        double[] h = {
            scale * (a * ct + b * st),
            scale * (-a * st + b * ct),
            0,
            scale * (b * ct + d * st),
            scale * (-b * st + d * ct),
            0,
            slopeX * ct + slopeY * st,
            -slopeX * st + slopeY * ct,
            1
        };
        for (int i = 0; i < 3; i++) {
            h[i] += offsetX * h[6 + i];
            h[3 + i] += offsetY * h[6 + i];
        }
        return h;
    }

    private static double[] inverse(double[] m) {
        double[] out = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int a = (j + 1) % 3;
                int b = (j + 2) % 3;
                int c = (i + 1) % 3;
                int d = (i + 2) % 3;
                out[3 * i + j] = m[3 * a + c] * m[3 * b + d] - m[3 * a + d] * m[3 * b + c];
            }
        }
        return out;
    }

    private Mat noisy(Mat clean) {
        Mat out = new Mat(clean.rows(), clean.cols(), opencv_core.CV_8UC3);
        FloatBuffer from = clean.createBuffer();
        ByteBuffer to = out.createBuffer();
        for (int i = 0; i < to.capacity(); i++) {
            double value = Math.min(from.get(i), 255) + settings.noise() * random.nextGaussian();
            to.put(i, (byte) Math.clamp(Math.round(value), 0, 255));
        }
        return out;
    }
}
