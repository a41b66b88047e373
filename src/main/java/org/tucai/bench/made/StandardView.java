package org.tucai.bench.made;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.FaceView;
import org.tucai.portrait.face.Mask;

/** A good photo to break on purpose: 480 x 640, irises at (180, 288) and (300, 288), with its person mask. */
public final class StandardView implements AutoCloseable {
    /** The mask is sampled every this many pixels: it is coarser than the picture anyway. */
    private static final int STEP = 4;

    /** The typical y of an adult's chin: 1.73 eye distances below the eyes (DOMAIN §2). */
    static final double CHIN = 288 + 1.73 * 120;

    /** Mesh points of the left and right edge of the face at the height of the ears. */
    private static final int[] CHEEKS = {234, 454};

    /** Mesh point of the chin. */
    private static final int LOWEST = 152;

    /** Mesh point at the lower end of the nose: ear lobes are a little lower. */
    private static final int NOSE = 2;

    private final byte[] pixels;
    private final float[] person;
    private final double[] lobes;
    private final double chin;
    private @Nullable Mat view;

    private StandardView(byte[] pixels, float[] person, double[] lobes, double chin) {
        this.pixels = pixels;
        this.person = person;
        this.lobes = lobes;
        this.chin = chin;
    }

    /** A copy that outlives the engine's view. */
    public static StandardView of(FaceView face) {
        float[] person = new float[FaceView.WIDTH * FaceView.HEIGHT];
        Mask mask = face.person();
        for (int y = 0; y < FaceView.HEIGHT; y += STEP) {
            for (int x = 0; x < FaceView.WIDTH; x += STEP) {
                double u = (x + 0.5 * STEP) / FaceView.WIDTH;
                double v = (y + 0.5 * STEP) / FaceView.HEIGHT;
                float sure = mask.at(face.viewRoi().x(u, v), face.viewRoi().y(u, v));
                for (int row = y; row < y + STEP; row++) {
                    Arrays.fill(person, row * FaceView.WIDTH + x, row * FaceView.WIDTH + x + STEP, sure);
                }
            }
        }
        byte[] pixels = new byte[person.length * 3];
        face.view().data().get(pixels);
        double chin = face.viewY(face.face().x(LOWEST), face.face().y(LOWEST));
        return new StandardView(pixels, person, lobes(face), chin);
    }

    private static double[] lobes(FaceView view) {
        FaceShape face = view.face();
        double[] lobes = new double[4];
        for (int side = 0; side < 2; side++) {
            int cheek = CHEEKS[side];
            double out = side == 0 ? -0.06 : 0.06;
            lobes[2 * side] = view.viewX(face.x(cheek), face.y(cheek)) + out * FaceView.EYES;
            lobes[2 * side + 1] = view.viewY(face.x(NOSE), face.y(NOSE)) + 0.08 * FaceView.EYES;
        }
        return lobes;
    }

    /** The y of the lower end of this person's chin. */
    double chin() {
        return chin;
    }

    /** The approximate x of the lobe of the left (0) or right (1) ear. */
    double lobeX(int side) {
        return lobes[2 * side];
    }

    /** The approximate y of the lobe of the left (0) or right (1) ear. */
    double lobeY(int side) {
        return lobes[2 * side + 1];
    }

    /** The picture, 8-bit BGR; closed together with this object. */
    public Mat view() {
        if (view == null) {
            view = new Mat(FaceView.HEIGHT, FaceView.WIDTH, CV_8UC3);
            view.data().put(pixels);
        }
        return view;
    }

    /** The probability that a pixel belongs to the person, 0..1; 0 outside the picture. */
    double person(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < FaceView.WIDTH && y < FaceView.HEIGHT;
        return inside ? person[y * FaceView.WIDTH + x] : 0;
    }

    /** The probability that a pixel shows clothes: it is of the person, well below the chin, and beside or below the neck. */
    double clothes(int x, int y) {
        double below = y - CHIN - 35 - 0.9 * Math.max(0, 75 - Math.abs(x - 240));
        return below > 0 ? person(x, y) : 0;
    }

    /**
     * The picture slightly reduced and moved up or down until the top of the hair is this many pixels from the upper edge. The height of
     * the hair above the eyes varies too much between people for one eye position to put every crown within its limits.
     */
    Mat withCrownAt(int wanted) {
        double scale = 0.85;
        double placed = 320 + scale * (crown() - 320);
        return Spoiled.placed(view(), 0, scale, 0, wanted - placed);
    }

    /** The first row in which at least 40 pixels above the face belong to the person. */
    private int crown() {
        for (int y = 0; y < FaceView.HEIGHT; y++) {
            int wide = 0;
            for (int x = 130; x < 350; x++) {
                wide += person(x, y) > 0.5 ? 1 : 0;
            }
            if (wide >= 40) {
                return y;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        if (view != null) {
            view.close();
        }
    }
}
