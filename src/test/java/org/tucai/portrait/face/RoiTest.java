package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Test;

class RoiTest {
    private static final int WIDTH = 803;
    private static final int HEIGHT = 601;
    private static final int SIDE = 40;

    @Test
    void aFineCropShowsTheSamePlaceAsACoarseOne() {
        alike(new Roi(400, 300, 300, 300, 0.3), BORDER_REPLICATE, 1);
        alike(new Roi(401.5, 299.25, 97, 97, -1.2), BORDER_REPLICATE, 1);
    }

    /** At the edges the last pixels of the reduced copy are means of several original ones, and mirroring starts at one of those. */
    @Test
    void aFineCropShowsTheSamePlaceAtAndBeyondTheEdges() {
        alike(new Roi(30, 40, 200, 200, 0.2), BORDER_REPLICATE, 2);
        alike(new Roi(790, 590, 350, 350, -0.4), BORDER_REPLICATE, 2);
        alike(new Roi(400, 590, 340, 340, 0.1), BORDER_REFLECT_101, 4);
        alike(new Roi(-60, -80, 90, 90, 0), BORDER_REPLICATE, 2);
    }

    @Test
    void aFineCropAveragesAlternatingPixels() {
        NativeScope.run(() -> {
            Mat stripes = picture((x, y) -> x % 2 == 0 ? 0 : 200);
            ByteBuffer fine = new Roi(400, 300, 320, 320, 0)
                    .cutFinely(stripes, SIDE, SIDE, BORDER_REPLICATE)
                    .createBuffer();
            for (int i = 0; i < SIDE * SIDE; i++) {
                assertThat(fine.get(i) & 255).isCloseTo(100, within(2));
            }
            return fine;
        });
    }

    @Test
    void aCutBeyondTheEdgesShowsThePictureMirroredAtThem() {
        mirrored(new Roi(400, 300, 300, 200, 0.3));
        mirrored(new Roi(40, 300, 300, 200, 0.02));
        mirrored(new Roi(790, 300, 300, 200, -0.4));
        mirrored(new Roi(410.3, 20.7, 600, 200, -0.03));
        mirrored(new Roi(399.1, 590.4, 900, 320, 0.05));
        mirrored(new Roi(395, 310, 900, 700, 1.1));
        mirrored(new Roi(-90, 700, 120, 90, 0.2));
        mirrored(new Roi(400, 2000, 120, 90, 0));
    }

    /** Pixel for pixel what a picture mirrored on all sides shows in that place. */
    private static void mirrored(Roi roi) {
        NativeScope.run(() -> {
            Mat noise = picture((x, y) -> (x * 31 + y * 17 + x * y) % 251);
            Mat wide = new Mat();
            int margin = 2000; // even mirrored twice
            copyMakeBorder(noise, wide, margin, margin, margin, margin, BORDER_REFLECT_101);
            Roi there = new Roi(roi.cx() + margin, roi.cy() + margin, roi.width(), roi.height(), roi.angle());
            Mat framed = new Mat();
            copyMakeBorder(noise, framed, 9, 9, 9, 9, BORDER_CONSTANT);
            Mat part = new Mat(framed, new Rect(9, 9, WIDTH, HEIGHT)); // what surrounds it must not come in
            byte[] cut = new byte[SIDE * SIDE];
            roi.cut(part, SIDE, SIDE, BORDER_REFLECT_101)
                    .<ByteBuffer>createBuffer()
                    .get(cut);
            byte[] expected = new byte[SIDE * SIDE];
            there.cut(wide, SIDE, SIDE, BORDER_REPLICATE)
                    .<ByteBuffer>createBuffer()
                    .get(expected);
            assertThat(cut).isEqualTo(expected);
            return roi;
        });
    }

    /** On pictures that change slowly both crops are nearly the same. */
    private static void alike(Roi roi, int border, int apart) {
        alike(roi, border, apart, (x, y) -> x / 4);
        alike(roi, border, apart, (x, y) -> y / 3);
    }

    private static void alike(Roi roi, int border, int apart, Brightness slowly) {
        NativeScope.run(() -> {
            Mat slope = picture(slowly);
            ByteBuffer coarse = roi.cut(slope, SIDE, SIDE, border).createBuffer();
            ByteBuffer fine = roi.cutFinely(slope, SIDE, SIDE, border).createBuffer();
            for (int i = 0; i < SIDE * SIDE; i++) {
                assertThat(fine.get(i) & 255).as("point %d", i).isCloseTo(coarse.get(i) & 255, within(apart));
            }
            return fine;
        });
    }

    private interface Brightness {
        int at(int x, int y);
    }

    private static Mat picture(Brightness brightness) {
        byte[] bytes = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) brightness.at(i % WIDTH, i / WIDTH);
        }
        Mat picture = new Mat(HEIGHT, WIDTH, CV_8UC1);
        ByteBuffer buffer = picture.createBuffer();
        buffer.put(bytes);
        return picture;
    }
}
