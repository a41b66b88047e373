package org.tucai.bench.made;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ByteBuffer;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.tucai.portrait.face.FaceView;

/** Puts things behind, beside or on the person of a standard view. Every method returns a new picture. */
final class Behind {
    private Behind() {}

    /** Replaces the background; the person stays, cut out by the mask. */
    private static Mat replaced(StandardView good, Spoiled.PixelRule rule) {
        return Spoiled.mapped(good.view(), (x, y, channel, value) -> {
            double person = Math.clamp((good.person(x, y) - 0.3) / 0.4, 0, 1);
            return value * person + rule.at(x, y, channel, value) * (1 - person);
        });
    }

    static Mat colour(StandardView good, int red, int green, int blue) {
        int[] colour = {blue, green, red};
        return replaced(good, (x, y, channel, value) -> colour[channel]);
    }

    static Mat gradient(StandardView good) {
        return replaced(good, (x, y, channel, value) -> 242 - 0.17 * (x + y));
    }

    /** Large soft blobs of colour, like a blurred room or street. */
    static Mat scene(StandardView good, Random random) {
        double[][] blobs = new double[14][];
        for (int i = 0; i < blobs.length; i++) {
            blobs[i] = new double[] {
                random.nextInt(480),
                random.nextInt(640),
                30 + random.nextInt(70),
                random.nextInt(256),
                random.nextInt(256),
                random.nextInt(256)
            };
        }
        return replaced(good, (x, y, channel, value) -> {
            double sum = 120;
            double weight = 1;
            for (double[] blob : blobs) {
                double w = 4 * Math.exp(-Math.pow(Math.hypot(x - blob[0], y - blob[1]) / blob[2], 2));
                sum += w * blob[3 + channel];
                weight += w;
            }
            return sum / weight;
        });
    }

    static Mat stripes(StandardView good) {
        return replaced(good, (x, y, channel, value) -> (x / 24) % 2 == 0 ? 235 : 195);
    }

    /** The person's own shadow on the wall, to the lower right, with a soft edge. */
    static Mat shadow(StandardView good, double light) {
        return replaced(good, (x, y, channel, value) -> {
            double shade = (good.person(x - 26, y - 14)
                            + good.person(x - 30, y - 18)
                            + good.person(x - 22, y - 10)
                            + good.person(x - 26, y - 20))
                    / 4;
            return value * (1 - (1 - light) * shade);
        });
    }

    /** The same person's head, mirrored and at half the size, looks in from the side. */
    static Mat secondHead(StandardView good) {
        return beside(good, 2, 300, 250);
    }

    /** The same face at a quarter of the size in a corner. */
    static Mat secondFace(StandardView good) {
        return beside(good, 4, 350, 20);
    }

    private static Mat beside(StandardView good, int times, int left, int top) {
        Mat out = good.view().clone();
        try (Mat small = new Mat()) {
            resize(good.view(), small, new Size(480 / times, 640 / times), 0, 0, INTER_AREA);
            ByteBuffer from = small.createBuffer();
            ByteBuffer to = out.createBuffer();
            int width = 480 / times;
            for (int y = 0; y < 640 / times && y + top < 640; y++) {
                for (int x = 0; x < width && x + left < 480; x++) {
                    if (good.person((width - 1 - x) * times, y * times) > 0.5 && good.person(x + left, y + top) < 0.5) {
                        for (int channel = 0; channel < 3; channel++) {
                            to.put(
                                    ((y + top) * 480 + x + left) * 3 + channel,
                                    from.get((y * width + width - 1 - x) * 3 + channel));
                        }
                    }
                }
            }
        }
        return out;
    }

    /** Cloth of a random colour unlike skin, from the chin down. */
    static Mat highCollar(StandardView good, Random random) {
        int[][] cloths = {{30, 28, 28}, {235, 236, 238}, {90, 45, 30}, {128, 128, 130}, {50, 90, 40}};
        int[] cloth = cloths[random.nextInt(cloths.length)];
        return Spoiled.mapped(good.view(), (x, y, channel, value) -> {
            double below = Math.clamp((y - good.chin() - 6 - 0.002 * (x - 240) * (x - 240)) / 3, 0, 1);
            double fold = 1 + 0.08 * Math.sin(x * 0.3);
            return value + (cloth[channel] * fold - value) * below * good.person(x, y);
        });
    }

    static Mat stripedClothes(StandardView good) {
        return Spoiled.mapped(good.view(), (x, y, channel, value) -> {
            double factor = ((x + y / 2) / 11) % 2 == 0 ? 0.55 : 1;
            return value * (1 - good.clothes(x, y) * (1 - factor));
        });
    }

    /** Stripes, checks or dots of a random size, direction and colour on the clothes. */
    static Mat patternedClothes(StandardView good, Random random) {
        int kind = random.nextInt(3);
        double angle = random.nextDouble() * Math.PI;
        double wave = 2 * Math.PI / (8 + 40 * random.nextDouble());
        double cos = Math.cos(angle) * wave;
        double sin = Math.sin(angle) * wave;
        double opacity = 0.3 + 0.6 * random.nextDouble();
        double[] colour = {255 * random.nextDouble(), 255 * random.nextDouble(), 255 * random.nextDouble()};
        return Spoiled.mapped(good.view(), (x, y, channel, value) -> {
            double along = Math.sin(x * cos + y * sin);
            double across = Math.sin(y * cos - x * sin);
            double wanted = kind == 0 ? along : kind == 1 ? along * across : along + across - 1;
            double part = good.clothes(x, y) * opacity * Math.clamp(0.5 + 3 * wanted, 0, 1);
            return value + (colour[channel] - value) * part;
        });
    }

    /** Clothes darkened to a third: white ones in front of a light grey wall are no example of clothes that differ clearly. */
    static Mat darkClothes(StandardView good) {
        return Spoiled.mapped(good.view(), (x, y, channel, value) -> value * (1 - 0.67 * good.clothes(x, y)));
    }

    /** Gives the clothes the mean colour of the wall. */
    static Mat clothesLikeBackground(StandardView good) {
        ByteBuffer bytes = good.view().createBuffer();
        double[] colour = new double[3];
        int count = 0;
        for (int y = 0; y < FaceView.HEIGHT; y += 4) {
            for (int x = 0; x < FaceView.WIDTH; x += 4) {
                if (good.person(x, y) < 0.1) {
                    count++;
                    for (int channel = 0; channel < 3; channel++) {
                        colour[channel] += bytes.get((y * FaceView.WIDTH + x) * 3 + channel) & 255;
                    }
                }
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            colour[channel] /= Math.max(1, count);
        }
        return Spoiled.mapped(good.view(), (x, y, channel, value) -> {
            double clothes = good.clothes(x, y);
            return value * (1 - clothes) + (colour[channel] + 0.1 * (value - 200)) * clothes;
        });
    }
}
