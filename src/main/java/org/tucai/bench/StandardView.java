package org.tucai.bench;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.face.FaceView;
import org.tucai.portrait.face.Mask;

/** A good photo to break on purpose: 480 x 640, irises at (180, 288) and (300, 288), with its person mask. */
final class StandardView implements AutoCloseable {
    /** The mask is read at every so many-th point: it is coarser than the picture anyway. */
    private static final int STEP = 4;

    private static final double CHIN = 288 + 1.73 * 120;

    private final byte[] pixels;
    private final float[] person;
    private @Nullable Mat view;

    private StandardView(byte[] pixels, float[] person) {
        this.pixels = pixels;
        this.person = person;
    }

    /** A copy that outlives the view of the engine; without a person mask nothing counts as background. */
    static StandardView of(FaceView face) {
        float[] person = new float[FaceView.WIDTH * FaceView.HEIGHT];
        Mask mask = face.person();
        for (int y = 0; y < FaceView.HEIGHT; y += STEP) {
            for (int x = 0; x < FaceView.WIDTH; x += STEP) {
                double u = (x + 0.5 * STEP) / FaceView.WIDTH;
                double v = (y + 0.5 * STEP) / FaceView.HEIGHT;
                float sure = mask == null
                        ? 1
                        : mask.at(face.viewRoi().x(u, v), face.viewRoi().y(u, v));
                for (int row = y; row < y + STEP; row++) {
                    Arrays.fill(person, row * FaceView.WIDTH + x, row * FaceView.WIDTH + x + STEP, sure);
                }
            }
        }
        byte[] pixels = new byte[person.length * 3];
        face.view().data().get(pixels);
        return new StandardView(pixels, person);
    }

    /** The picture, 8-bit BGR; closed with this. */
    Mat view() {
        if (view == null) {
            view = new Mat(FaceView.HEIGHT, FaceView.WIDTH, CV_8UC3);
            view.data().put(pixels);
        }
        return view;
    }

    /** How surely a pixel belongs to the person, 0..1; 0 outside. */
    double person(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < FaceView.WIDTH && y < FaceView.HEIGHT;
        return inside ? person[y * FaceView.WIDTH + x] : 0;
    }

    /** How surely a pixel shows clothes: person, well below the chin, beside or below the neck. */
    double clothes(int x, int y) {
        double below = y - CHIN - 35 - 0.9 * Math.max(0, 75 - Math.abs(x - 240));
        return below > 0 ? person(x, y) : 0;
    }

    @Override
    public void close() {
        if (view != null) {
            view.close();
        }
    }
}
