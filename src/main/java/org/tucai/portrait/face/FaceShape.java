package org.tucai.portrait.face;

/**
 * A face traced point by point, in pixels of the judged picture. "Left" and "right" are those of the picture.
 *
 * @param points 468 mesh points as x, y, z triples (z grows away from the camera, same unit)
 * @param certainty how surely there is a face at all, 0..1
 */
@SuppressWarnings("ArrayRecordComponent")
public record FaceShape(float[] points, double certainty, EyeShape left, EyeShape right) {
    private static final int CHIN = 152;
    private static final int LEFT_CHEEK = 234;
    private static final int RIGHT_CHEEK = 454;

    public double x(int point) {
        return points[3 * point];
    }

    public double y(int point) {
        return points[3 * point + 1];
    }

    public double z(int point) {
        return points[3 * point + 2];
    }

    /** Distance between the centres of the irises. */
    public double eyeDistance() {
        return Math.hypot(right.irisX() - left.irisX(), right.irisY() - left.irisY());
    }

    /** Turn of the eye line in radians, positive when the right eye of the picture is lower. */
    public double roll() {
        return Math.atan2(right.irisY() - left.irisY(), right.irisX() - left.irisX());
    }

    public double eyesX() {
        return (left.irisX() + right.irisX()) / 2;
    }

    public double eyesY() {
        return (left.irisY() + right.irisY()) / 2;
    }

    /** From the middle between the irises to the chin. */
    public double eyesToChin() {
        return Math.hypot(x(CHIN) - eyesX(), y(CHIN) - eyesY());
    }

    /** Cheek to cheek. */
    public double cheekWidth() {
        return distance(LEFT_CHEEK, RIGHT_CHEEK);
    }

    /** Distance of two mesh points in the picture plane. */
    public double distance(int a, int b) {
        return Math.hypot(x(a) - x(b), y(a) - y(b));
    }

    /**
     * A region in eye distances, its x axis along the eye line, its origin in the middle between the irises.
     *
     * @param right of the centre, eye distances
     * @param down of the centre, eye distances
     */
    public Roi region(double right, double down, double width, double height) {
        double unit = eyeDistance();
        Roi eyes = new Roi(eyesX(), eyesY(), unit, unit, roll());
        return new Roi(
                eyes.x(right + 0.5, down + 0.5), eyes.y(right + 0.5, down + 0.5), width * unit, height * unit, roll());
    }

    /** The standard view: the region that becomes 480 x 640 with the irises at (180, 288) and (300, 288). */
    public Roi standardView() {
        return region(0, 32.0 / 120, 4, 16.0 / 3);
    }
}
