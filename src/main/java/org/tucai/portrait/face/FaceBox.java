package org.tucai.portrait.face;

/**
 * A face as the detector saw it, in pixels of the judged picture.
 *
 * @param score the detector's certainty, 0..1
 * @param eyesKnown whether the eye centres were seen too (they are coarse: about a tenth of the eye distance)
 */
public record FaceBox(
        double x,
        double y,
        double width,
        double height,
        double score,
        boolean eyesKnown,
        double leftEyeX,
        double leftEyeY,
        double rightEyeX,
        double rightEyeY) {

    public double area() {
        return width * height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    /** Roll in radians by the coarse eye points, 0 when they are not known. */
    double roll() {
        return eyesKnown ? Math.atan2(rightEyeY - leftEyeY, rightEyeX - leftEyeX) : 0;
    }
}
