package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.DIST_L2;
import static org.bytedeco.opencv.global.opencv_imgproc.DIST_MASK_3;
import static org.bytedeco.opencv.global.opencv_imgproc.distanceTransform;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Measures the background on a small copy of the whole picture. */
final class Backdrop {
    /** Longer side of the small copy, pixels. */
    private static final int LONG_SIDE = 192;

    /** Width of the band around the person that counts as neither person nor background, in eye distances: hair ends there. */
    static final double GUARD = 0.16;

    /** Width of the edge beyond that band in which a shadow is looked for, in eye distances. */
    private static final double EDGE_WIDTH = 0.1;

    /** Three heights from above the ears to the shoulders, in eye distances below the eyes. */
    private static final int BANDS = 3;

    private static final double FROM = -1;
    private static final double BAND = 1;

    /** The largest share of the background that loose hair covers: what covers more is a pattern. */
    private static final double MOST_HAIR = 0.25;

    /** A step between neighbours that the eye sees as an edge, in L*a*b* units. */
    private static final double EDGE = 4;

    private final Lab lab;
    private final float[] distance;
    private final double unit;
    private final double headX;
    private final double headY;

    private Backdrop(Lab lab, float[] distance, double unit, double headX, double headY) {
        this.lab = lab;
        this.distance = distance;
        this.unit = unit;
        this.headX = headX;
        this.headY = headY;
    }

    /** Null when too little background is seen to say anything. */
    static @Nullable BackgroundFacts of(Mat picture, GeometryFacts head, Mask person) {
        double zoom = Math.min(1, (double) LONG_SIDE / Math.max(picture.cols(), picture.rows()));
        int width = (int) Math.max(8, Math.round(picture.cols() * zoom));
        int height = (int) Math.max(8, Math.round(picture.rows() * zoom));
        Mat small = Shrunk.to(picture, width, height);
        Mat free = free(person, width, height, zoom);
        Mat distances = new Mat();
        distanceTransform(free, distances, DIST_L2, DIST_MASK_3);
        float[] distance = new float[width * height];
        FloatBuffer numbers = distances.createBuffer();
        numbers.get(distance);
        double unit = head.eyeDistance() * zoom;
        return new Backdrop(Lab.of(small), distance, unit, head.eyesX() * zoom, head.eyesY() * zoom).measure();
    }

    /** 1 where the mask is sure that there is nobody. */
    private static Mat free(Mask person, int width, int height, double zoom) {
        Mat free = new Mat(height, width, CV_8UC1);
        byte[] bytes = new byte[width * height];
        Roi roi = person.roi();
        int side = person.side();
        double stepU = (roi.u(1, 0) - roi.u(0, 0)) / zoom * side;
        double stepV = (roi.v(1, 0) - roi.v(0, 0)) / zoom * side;
        for (int y = 0; y < height; y++) {
            double u = roi.u(0.5 / zoom, (y + 0.5) / zoom) * side;
            double v = roi.v(0.5 / zoom, (y + 0.5) / zoom) * side;
            for (int x = 0; x < width; x++) {
                double column = u + x * stepU;
                double row = v + x * stepV;
                boolean known = column >= 0 && row >= 0 && column < side && row < side;
                if (known) {
                    int point = ((int) row) * side + (int) column;
                    bytes[y * width + x] = (byte) (person.sure()[point] < 0.25 ? 1 : 0);
                }
            }
        }
        ByteBuffer buffer = free.createBuffer();
        buffer.put(bytes);
        return free;
    }

    private boolean background(int i) {
        return distance[i] > Math.max(1.5, GUARD * unit);
    }

    private @Nullable BackgroundFacts measure() {
        Surface surface = new Surface(lab);
        int count = 0;
        for (int i = 0; i < distance.length; i++) {
            if (background(i)) {
                count++;
                if (i % 2 == 0) {
                    surface.add(i);
                }
            }
        }
        double share = (double) count / distance.length;
        if (share < 0.02 || count < 60) {
            return null;
        }
        Surface.Fit l = surface.fit(lab.l());
        Surface.Fit a = surface.fit(lab.a());
        Surface.Fit b = surface.fit(lab.b());
        Evenness all = Evenness.of(l, a, b);
        return new BackgroundFacts(
                share,
                l.median(),
                a.median(),
                b.median(),
                all,
                withoutHair(all),
                Math.hypot(a.range(), b.range()),
                edges(),
                shadow());
    }

    /** How even the background is without the loose hair before it. */
    private Evenness withoutHair(Evenness all) {
        boolean[] hair = LooseHair.of(lab, distance, unit);
        Surface bare = new Surface(lab);
        int covered = 0;
        int left = 0;
        for (int i = 0; i < distance.length; i += 2) {
            if (background(i) && hair[i]) {
                covered++;
            } else if (background(i)) {
                left++;
                bare.add(i);
            }
        }
        if (covered == 0 || covered > MOST_HAIR * (covered + left)) {
            return all;
        }
        return Evenness.of(bare.fit(lab.l()), bare.fit(lab.a()), bare.fit(lab.b()));
    }

    /** Share of clear edges. */
    private double edges() {
        int width = lab.width();
        int edges = 0;
        int count = 0;
        for (int y = 0; y < lab.height() - 1; y++) {
            for (int i = y * width; i < (y + 1) * width - 1; i++) {
                if (background(i) && background(i + 1) && background(i + width)) {
                    edges += Math.max(lab.distance(i, i + 1), lab.distance(i, i + width)) > EDGE ? 1 : 0;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : (double) edges / count;
    }

    /**
     * How much darker the background is beside head and shoulders than further out, for the worse side: the median over three heights, so
     * that a few locks of hair before the wall do not count as a shadow.
     */
    private double shadow() {
        double worst = 0;
        for (int side = -1; side <= 1; side += 2) {
            Stats bands = new Stats();
            for (int band = 0; band < BANDS; band++) {
                double darker = darker(side, FROM + band * BAND, FROM + (band + 1) * BAND);
                if (!Double.isNaN(darker)) {
                    bands.add(darker);
                }
            }
            if (bands.count() > 0) {
                worst = Math.max(worst, bands.quantile(0.5));
            }
        }
        return worst;
    }

    private double darker(int side, double from, double to) {
        Stats near = new Stats();
        Stats far = new Stats();
        int first = Math.clamp((long) Math.floor(headY + from * unit) + 1, 0, lab.height());
        int last = Math.clamp((long) Math.floor(headY + to * unit), -1, lab.height() - 1);
        int left = side < 0 ? 0 : Math.clamp((long) Math.floor(headX) + 1, 0, lab.width());
        int right = side < 0 ? Math.clamp((long) Math.ceil(headX), 0, lab.width()) : lab.width();
        for (int y = first; y <= last; y++) {
            for (int i = y * lab.width() + left; i < y * lab.width() + right; i++) {
                double away = distance[i] / unit;
                if (!background(i)) {
                    continue;
                }
                if (away < GUARD + EDGE_WIDTH) {
                    near.add(lab.l()[i]);
                } else if (away > 0.35 && away < 0.9) {
                    far.add(lab.l()[i]);
                }
            }
        }
        return near.count() < 4 || far.count() < 12 ? Double.NaN : far.median() - near.quantile(0.4);
    }
}
