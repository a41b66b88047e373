package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_ISOLATED;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.nio.DoubleBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** A region of interest: a rectangle in a picture, turned by an angle. */
public final class Roi {
    private final double cx;
    private final double cy;
    private final double width;
    private final double height;
    private final double angle;
    private final double cos;
    private final double sin;

    public Roi(double cx, double cy, double width, double height, double angle) {
        this.cx = cx;
        this.cy = cy;
        this.width = width;
        this.height = height;
        this.angle = angle;
        this.cos = Math.cos(angle);
        this.sin = Math.sin(angle);
    }

    /** Centre, pixels of the picture. */
    public double cx() {
        return cx;
    }

    /** Centre, pixels of the picture. */
    public double cy() {
        return cy;
    }

    /** Pixels of the picture. */
    public double width() {
        return width;
    }

    /** Pixels of the picture. */
    public double height() {
        return height;
    }

    /** Radians, positive when the right side of the rectangle hangs lower. */
    public double angle() {
        return angle;
    }

    /** The whole of a picture. */
    public static Roi whole(int width, int height) {
        return new Roi(width / 2.0, height / 2.0, width, height, 0);
    }

    /**
     * The smallest rectangle at this angle around some mesh points.
     *
     * @param points x, y, z triples
     * @param chosen the numbers of the points
     */
    static Roi around(float[] points, int[] chosen, double angle) {
        Roi unit = new Roi(points[3], points[4], 1, 1, angle);
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i : chosen) {
            double u = unit.u(points[3 * i], points[3 * i + 1]);
            double v = unit.v(points[3 * i], points[3 * i + 1]);
            left = Math.min(left, u);
            right = Math.max(right, u);
            top = Math.min(top, v);
            bottom = Math.max(bottom, v);
        }
        double u = (left + right) / 2;
        double v = (top + bottom) / 2;
        return new Roi(unit.x(u, v), unit.y(u, v), right - left, bottom - top, angle);
    }

    /** The upright rectangle around this one. */
    public Roi upright() {
        double wide = Math.abs(width * cos) + Math.abs(height * sin);
        double high = Math.abs(width * sin) + Math.abs(height * cos);
        return new Roi(cx, cy, wide, high, 0);
    }

    /** The x in the picture of a point given in fractions of this rectangle. */
    public double x(double u, double v) {
        return cx + (u - 0.5) * width * cos - (v - 0.5) * height * sin;
    }

    /** The y in the picture of a point given in fractions of this rectangle. */
    public double y(double u, double v) {
        return cy + (u - 0.5) * width * sin + (v - 0.5) * height * cos;
    }

    /** The horizontal fraction in this rectangle of a point of the picture. */
    public double u(double x, double y) {
        return ((x - cx) * cos + (y - cy) * sin) / width + 0.5;
    }

    /** The vertical fraction in this rectangle of a point of the picture. */
    public double v(double x, double y) {
        return (-(x - cx) * sin + (y - cy) * cos) / height + 0.5;
    }

    /**
     * Cuts this rectangle out of a picture.
     *
     * @param border an OpenCV border type for what lies outside the picture
     * @return a new matrix of the given size; the caller closes it
     */
    public Mat cut(Mat picture, int outWidth, int outHeight, int border) {
        return border == BORDER_REFLECT_101
                ? cutMirrored(picture, outWidth, outHeight)
                : warped(picture, outWidth, outHeight, border);
    }

    /** What lies beyond an edge is mirrored beforehand: {@code warpAffine} takes more than twice as long for each point out there. */
    private Mat cutMirrored(Mat picture, int outWidth, int outHeight) {
        Roi needed = upright();
        Span across = Span.of(needed.cx, needed.width, picture.cols());
        Span down = Span.of(needed.cy, needed.height, picture.rows());
        if ((across.within() && down.within()) || across.beyond(picture.cols()) || down.beyond(picture.rows())) {
            return warped(picture, outWidth, outHeight, BORDER_REFLECT_101);
        }
        try (Rect inside = new Rect(across.first, down.first, across.length(), down.length());
                Mat part = new Mat(picture, inside);
                Mat whole = new Mat()) {
            int mirrored = BORDER_REFLECT_101 | BORDER_ISOLATED;
            copyMakeBorder(part, whole, down.before, down.after, across.before, across.after, mirrored);
            double x = cx + across.before - across.first;
            double y = cy + down.before - down.first;
            return new Roi(x, y, width, height, angle).warped(whole, outWidth, outHeight, BORDER_REFLECT_101);
        }
    }

    /**
     * What a cut needs of a picture along one axis, with two points to spare on either side.
     *
     * @param first the first point inside the picture that it needs
     * @param last the last one
     * @param before how many points are mirrored before the picture
     * @param after how many behind it
     */
    private record Span(int first, int last, int before, int after) {
        static Span of(double middle, double size, int length) {
            int from = (int) Math.floor(middle - size / 2) - 2;
            int to = (int) Math.ceil(middle + size / 2) + 2;
            int before = Math.max(0, -from);
            int after = Math.max(0, to - length + 1);
            int first = Math.max(0, Math.min(from, length - 1 - after));
            return new Span(first, Math.min(length - 1, Math.max(to, before)), before, after);
        }

        int length() {
            return last - first + 1;
        }

        boolean within() {
            return before == 0 && after == 0;
        }

        /** So far out that the copy would be much larger than the picture. */
        boolean beyond(int length) {
            return before >= length || after >= length;
        }
    }

    private Mat warped(Mat picture, int outWidth, int outHeight, int border) {
        Mat out = new Mat();
        try (Mat matrix = new Mat(2, 3, opencv_core.CV_64F);
                Size size = new Size(outWidth, outHeight);
                Scalar black = new Scalar(0, 0, 0, 0)) {
            DoubleBuffer m = matrix.createBuffer();
            m.put(place(outWidth, outHeight));
            warpAffine(picture, out, matrix, size, INTER_LINEAR | WARP_INVERSE_MAP, border, black);
        }
        return out;
    }

    /** Where the points of a cut lie in the picture: x = m[0] column + m[1] row + m[2], y = m[3] column + m[4] row + m[5]. */
    double[] place(int outWidth, int outHeight) {
        double sx = width / outWidth;
        double sy = height / outHeight;
        double u0 = 0.5 / outWidth;
        double v0 = 0.5 / outHeight;
        return new double[] {sx * cos, -sy * sin, x(u0, v0) - 0.5, sx * sin, sy * cos, y(u0, v0) - 0.5};
    }

    /** {@link #cut}, from a reduced copy when the result is much smaller, so that fine patterns do not alias. */
    public Mat cutFinely(Mat picture, int outWidth, int outHeight, int border) {
        int factor = 1;
        while (width > 2.0 * factor * outWidth) {
            factor *= 2;
        }
        if (factor == 1) {
            return cut(picture, outWidth, outHeight, border);
        }
        // what is mirrored beyond an edge may lie anywhere
        Roi needed = border == BORDER_REPLICATE ? upright() : whole(picture.cols(), picture.rows());
        int left = first(needed.cx - needed.width / 2, picture.cols(), factor);
        int top = first(needed.cy - needed.height / 2, picture.rows(), factor);
        int right = last(needed.cx + needed.width / 2, left, picture.cols(), factor);
        int bottom = last(needed.cy + needed.height / 2, top, picture.rows(), factor);
        try (Mat part = new Mat(picture, new Rect(left, top, right - left, bottom - top));
                Mat small = Shrunk.by(part, factor)) {
            return new Roi((cx - left) / factor, (cy - top) / factor, width / factor, height / factor, angle)
                    .cut(small, outWidth, outHeight, border);
        }
    }

    /** Two points of the reduced copy to spare, and at least two inside the picture when the rectangle lies beside it. */
    private static int first(double at, int length, int factor) {
        return Math.clamp((long) Math.floor(at - 2.0 * factor), 0, Math.max(0, length - 2 * factor));
    }

    private static int last(double at, int first, int length, int factor) {
        return Math.clamp((long) Math.ceil(at + 2.0 * factor), Math.min(length, first + 2 * factor), length);
    }
}
