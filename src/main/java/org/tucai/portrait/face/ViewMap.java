package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The standard view at half size (240 x 320, irises 60 apart) as plain numbers: colours, what is person and hair, what is
 * bare skin of the face, and what lies inside the picture at all.
 */
final class ViewMap {
    static final int WIDTH = FaceView.WIDTH / 2;
    static final int HEIGHT = FaceView.HEIGHT / 2;
    /** Eye distance here, pixels. */
    static final int EYES = FaceView.EYES / 2;

    private static final int[] OVAL = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
        150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };
    static final int[] LIPS = {61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146
    };
    private static final int[] LEFT_EYE = {70, 63, 105, 66, 107, 55, 193, 245, 233, 231, 229, 226, 124};
    private static final int[] RIGHT_EYE = {300, 293, 334, 296, 336, 285, 417, 465, 453, 451, 449, 446, 353};

    /** Half the side of a patch round a mesh point. */
    private static final int PATCH = 3;

    final Lab lab;
    final float[] person;
    final float[] hair;
    final boolean[] skin;
    final boolean[] oval;
    final boolean[] inside;
    /** Median L*, a*, b* of the skin of the face; NaN where none is seen. */
    final double[] skinColour;

    private final FaceView view;

    ViewMap(FaceView view) {
        this.view = view;
        Mat half = new Mat();
        resize(view.view(), half, new Size(WIDTH, HEIGHT), 0, 0, INTER_AREA);
        lab = Lab.of(half);
        person = values(view.person(), view.viewRoi());
        hair = values(view.hair(), view.viewRoi());
        inside = inside();
        oval = area(OVAL);
        skin = area(OVAL, LIPS, LEFT_EYE, RIGHT_EYE);
        for (int i = 0; i < skin.length; i++) {
            skin[i] &= inside[i] && hair[i] < 0.5;
        }
        skinColour = skinColour();
    }

    /** Over every third point, which is as good as all. */
    private double[] skinColour() {
        LabStats colours = new LabStats(skin.length / 8);
        for (int i = 0; i < skin.length; i += 3) {
            if (skin[i]) {
                colours.add(lab, i);
            }
        }
        return colours.median();
    }

    /**
     * Whether a point has about the colour of the face's skin; light differs more than colour does, so L* counts less.
     *
     * @param reach L*a*b* units, of L* 2.5 times as many
     */
    boolean isLikeSkin(int i, double reach) {
        double dl = (lab.l()[i] - skinColour[0]) / 2.5;
        double da = lab.a()[i] - skinColour[1];
        double db = lab.b()[i] - skinColour[2];
        return dl * dl + da * da + db * db < reach * reach;
    }

    private static float[] values(Mask mask, Roi viewRoi) {
        return MaskCut.of(mask.sure(), mask.side(), inMask(mask, viewRoi.place(WIDTH, HEIGHT)), WIDTH, HEIGHT);
    }

    /** Turns a map of {@link Roi#place} into the picture into one into the mask's numbers. */
    private static double[] inMask(Mask mask, double[] m) {
        double[] in = new double[m.length];
        double[] origin = inMask(mask, m[2], m[5]);
        double[] right = inMask(mask, m[2] + m[0], m[5] + m[3]);
        double[] below = inMask(mask, m[2] + m[1], m[5] + m[4]);
        for (int i = 0; i < 2; i++) {
            in[3 * i] = right[i] - origin[i];
            in[3 * i + 1] = below[i] - origin[i];
            in[3 * i + 2] = origin[i];
        }
        return in;
    }

    private static double[] inMask(Mask mask, double x, double y) {
        Roi roi = mask.roi();
        return new double[] {roi.u(x + 0.5, y + 0.5) * mask.side() - 0.5, roi.v(x + 0.5, y + 0.5) * mask.side() - 0.5};
    }

    private boolean[] inside() {
        boolean[] in = new boolean[WIDTH * HEIGHT];
        Roi roi = view.viewRoi();
        int cols = view.picture().cols();
        int rows = view.picture().rows();
        double dx = roi.x(1.0 / WIDTH, 0) - roi.x(0, 0);
        double dy = roi.y(1.0 / WIDTH, 0) - roi.y(0, 0);
        for (int y = 0; y < HEIGHT; y++) {
            double px = roi.x(0.5 / WIDTH, (y + 0.5) / HEIGHT);
            double py = roi.y(0.5 / WIDTH, (y + 0.5) / HEIGHT);
            int from = 0;
            int to = WIDTH; // what is inside has no gaps
            while (from < to && !within(px + from * dx, cols, py + from * dy, rows)) {
                from++;
            }
            while (to > from && !within(px + (to - 1) * dx, cols, py + (to - 1) * dy, rows)) {
                to--;
            }
            Arrays.fill(in, y * WIDTH + from, y * WIDTH + to, true);
        }
        return in;
    }

    private static boolean within(double x, int columns, double y, int rows) {
        return x >= 0 && y >= 0 && x < columns && y < rows;
    }

    /** The points inside a polygon of mesh points and outside others. */
    boolean[] area(int[] with, int[]... without) {
        boolean[] area = new boolean[WIDTH * HEIGHT];
        fill(area, with, true);
        for (int[] polygon : without) {
            fill(area, polygon, false);
        }
        return area;
    }

    /** Fills a polygon of mesh points, row by row between the crossings of its edges. */
    private void fill(boolean[] area, int[] polygon, boolean value) {
        double[] xs = new double[polygon.length];
        double[] ys = new double[polygon.length];
        for (int i = 0; i < polygon.length; i++) {
            xs[i] = x(polygon[i]);
            ys[i] = y(polygon[i]);
        }
        double[] crossings = new double[polygon.length];
        for (int row = 0; row < HEIGHT; row++) {
            int n = 0;
            for (int i = 0; i < polygon.length; i++) {
                int j = (i + 1) % polygon.length;
                if (ys[i] <= row + 0.5 != ys[j] <= row + 0.5) {
                    crossings[n++] = xs[i] + (row + 0.5 - ys[i]) / (ys[j] - ys[i]) * (xs[j] - xs[i]);
                }
            }
            Arrays.sort(crossings, 0, n);
            for (int i = 0; i + 1 < n; i += 2) {
                int from = Math.clamp(Math.round(crossings[i]), 0, WIDTH);
                int to = Math.clamp(Math.round(crossings[i + 1]), 0, WIDTH);
                Arrays.fill(area, row * WIDTH + from, row * WIDTH + Math.max(from, to), value);
            }
        }
    }

    /** The view that this maps. */
    FaceView view() {
        return view;
    }

    /** X of a mesh point here. */
    double x(int point) {
        FaceShape face = view.face();
        return view.viewX(face.x(point), face.y(point)) / 2;
    }

    /** Y of a mesh point here. */
    double y(int point) {
        FaceShape face = view.face();
        return view.viewY(face.x(point), face.y(point)) / 2;
    }

    /** The index of a point, or -1 outside the map or the picture. */
    int index(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < 0 || row < 0 || column >= WIDTH || row >= HEIGHT || !inside[row * WIDTH + column]) {
            return -1;
        }
        return row * WIDTH + column;
    }

    /** Median L*, a*, b* of the patch round a mesh point, empty when hair or the edge hides it. */
    double[] patch(int point) {
        float[] l = new float[(2 * PATCH + 1) * (2 * PATCH + 1)];
        float[] a = new float[l.length];
        float[] b = new float[l.length];
        int n = 0;
        for (int dy = -PATCH; dy <= PATCH; dy++) {
            for (int dx = -PATCH; dx <= PATCH; dx++) {
                int i = index(x(point) + dx, y(point) + dy);
                if (i >= 0 && hair[i] < 0.5) {
                    l[n] = lab.l()[i];
                    a[n] = lab.a()[i];
                    b[n++] = lab.b()[i];
                }
            }
        }
        if (n < l.length / 2) {
            return new double[0];
        }
        Arrays.sort(l, 0, n);
        Arrays.sort(a, 0, n);
        Arrays.sort(b, 0, n);
        return new double[] {l[n / 2], a[n / 2], b[n / 2]};
    }
}
