package org.tucai.portrait.face;

/**
 * The axes of a head, from the mesh in three dimensions: they tell where an ear or the neck is in the picture when the head is turned,
 * raised or tilted. x grows to the right of the picture, y down, z away from the camera.
 *
 * @param unit eye distance as it would be seen from the front, pixels
 * @param right from the left eye of the picture to the right one, length 1
 * @param down from the forehead to the chin, length 1
 * @param back from the face into the head, length 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record HeadFrame(double unit, double[] right, double[] down, double[] back) {
    private static final int LEFT_EYE = 33;
    private static final int RIGHT_EYE = 263;
    private static final int FOREHEAD = 10;
    private static final int CHIN = 152;

    public static HeadFrame of(FaceShape face) {
        double[] across = between(face, LEFT_EYE, RIGHT_EYE);
        double unit = face.eyeDistance() * length(across) / Math.max(1e-6, Math.hypot(across[0], across[1]));
        double[] right = unit(across);
        double[] along = between(face, FOREHEAD, CHIN);
        double lean = along[0] * right[0] + along[1] * right[1] + along[2] * right[2];
        double[] down =
                unit(new double[] {along[0] - lean * right[0], along[1] - lean * right[1], along[2] - lean * right[2]});
        double[] back = {
            right[1] * down[2] - right[2] * down[1],
            right[2] * down[0] - right[0] * down[2],
            right[0] * down[1] - right[1] * down[0]
        };
        return new HeadFrame(unit, right, down, back);
    }

    /** A body leans about half as far as its head. */
    private double bodyDownX() {
        return down[0] / bodyLength();
    }

    private double bodyDownY() {
        return (down[1] + 1) / bodyLength();
    }

    private double bodyLength() {
        return Math.max(1e-6, Math.hypot(down[0], down[1] + 1));
    }

    /**
     * The upright rectangle around a piece of the head, which is a box that turns with it.
     *
     * @param left of the box, from the middle between the irises; all lengths in eye distances seen from the front
     * @param top of the box, below that middle
     * @param front of the box, behind that middle
     */
    public Roi around(
            FaceShape face, double left, double top, double front, double width, double height, double depth) {
        double[] x = shadow(0, left, top, front, width, height, depth);
        double[] y = shadow(1, left, top, front, width, height, depth);
        return new Roi(face.eyesX() + x[0], face.eyesY() + y[0], x[1], y[1], 0);
    }

    /** Where the middle of such a box lies along an axis of the picture and how far it reaches there, pixels. */
    private double[] shadow(
            int axis, double left, double top, double front, double width, double height, double depth) {
        double middle =
                (left + width / 2) * right[axis] + (top + height / 2) * down[axis] + (front + depth / 2) * back[axis];
        double length = width * Math.abs(right[axis]) + height * Math.abs(down[axis]) + depth * Math.abs(back[axis]);
        return new double[] {middle * unit, length * unit};
    }

    /** A region whose middle lies this far below the chin, and as far behind it as necks do; pixels. */
    public Roi below(FaceShape face, double down, double width, double height) {
        double x = face.x(CHIN) + 1.1 * unit * back[0] + down * bodyDownX();
        double y = face.y(CHIN) + down * bodyDownY();
        return new Roi(x, y, width, height, Math.atan2(-bodyDownX(), bodyDownY()));
    }

    /**
     * From a little above the chin down to the lower edge of a picture, at least two eye distances and at most four and a half.
     *
     * @param widths how wide, of its height
     */
    Roi torso(FaceShape face, int pictureHeight, double widths) {
        double tall = Math.clamp(reach(face, pictureHeight), 2 * unit, 4.5 * unit);
        return below(face, tall / 2 - 0.1 * unit, widths * tall, tall);
    }

    /** From the chin down to the lower edge of a picture, pixels. */
    private double reach(FaceShape face, int pictureHeight) {
        return (pictureHeight - face.y(CHIN)) / Math.max(0.5, bodyDownY());
    }

    private static double[] between(FaceShape face, int from, int to) {
        return new double[] {face.x(to) - face.x(from), face.y(to) - face.y(from), face.z(to) - face.z(from)};
    }

    private static double length(double[] a) {
        return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    }

    private static double[] unit(double[] a) {
        double length = Math.max(1e-6, length(a));
        return new double[] {a[0] / length, a[1] / length, a[2] / length};
    }
}
