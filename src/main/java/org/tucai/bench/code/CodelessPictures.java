package org.tucai.bench.code;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Pictures without a code that are costly to search: dense text, noise, patterns full of runs like those of finder patterns; up to 50 megapixels. */
final class CodelessPictures {
    /** Their class in truth.csv. */
    static final String LABEL = "00_no_code";

    private final Random random;

    CodelessPictures(Random random) {
        this.random = random;
    }

    /** All pictures by file name; the caller closes them. */
    Map<String, Mat> all() {
        Map<String, Mat> pictures = new LinkedHashMap<>();
        pictures.put("text.jpg", text(1080, 1440));
        pictures.put("text-2mp.jpg", text(1240, 1754));
        pictures.put("text-12mp.jpg", text(4032, 3024));
        pictures.put("text-50mp.jpg", text(8600, 5800));
        pictures.put("noise.jpg", noise(1080, 1440, 60));
        pictures.put("noise-12mp.jpg", noise(4032, 3024, 25));
        pictures.put("flat-50mp.jpg", noise(8600, 5800, 0));
        pictures.put("eyes.jpg", eyes(1080, 1440, 42));
        pictures.put("eyes-12mp.jpg", eyes(4032, 3024, 90));
        pictures.put("long-screenshot.jpg", text(1080, 12000));
        return pictures;
    }

    /** Tiles pages of text until the size is filled. */
    private Mat text(int width, int height) {
        CodePage page = new CodePage(random, false);
        double pixels = 4 + 2 * random.nextDouble();
        return filled(width, height, (x, y) -> {
            int colour = page.at(x / pixels % page.side, y / pixels % page.side);
            return (colour & 0xFF) + (colour >> 8 & 0xFF) + (colour >> 16 & 0xFF) < 300 ? 40 : 230;
        });
    }

    private Mat noise(int width, int height, int amount) {
        Mat small = filled(width / 2, height / 2, (x, y) -> (int) Math.round(120 + amount * random.nextGaussian()));
        try (small;
                Size size = new Size(width, height)) {
            Mat out = new Mat();
            opencv_imgproc.resize(small, out, size);
            return out;
        }
    }

    /** Finder patterns everywhere, but no symbol. */
    private static Mat eyes(int width, int height, int pitch) {
        return filled(width, height, (x, y) -> {
            int module = pitch / 9;
            int u = Math.abs(x % pitch - pitch / 2) / module;
            int v = Math.abs(y % pitch - pitch / 2) / module;
            int ring = Math.max(u, v);
            return ring == 2 || ring > 3 ? 235 : 25;
        });
    }

    private interface Brightness {
        int at(int x, int y);
    }

    private static Mat filled(int width, int height, Brightness rule) {
        Mat mat = new Mat(height, width, opencv_core.CV_8UC1);
        ByteBuffer bytes = mat.createBuffer();
        for (int i = 0; i < bytes.capacity(); i++) {
            bytes.put(i, (byte) Math.clamp(rule.at(i % width, i / width), 0, 255));
        }
        return mat;
    }
}
