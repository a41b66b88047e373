package org.tucai.portrait.face;

/**
 * How surely each point of a region belongs to something (a person, hair), as a square of numbers 0..1.
 *
 * @param roi the region of the picture that the square covers
 * @param side numbers in a row
 */
@SuppressWarnings("ArrayRecordComponent")
public record Mask(Roi roi, int side, float[] sure) {

    /** The value at a point of the picture, 0 outside the region. */
    public float at(double x, double y) {
        int column = (int) Math.floor(roi.u(x, y) * side);
        int row = (int) Math.floor(roi.v(x, y) * side);
        if (column < 0 || row < 0 || column >= side || row >= side) {
            return 0;
        }
        return sure[row * side + column];
    }

    /** Whether a point of the picture lies inside the region at all. */
    public boolean covers(double x, double y) {
        double u = roi.u(x, y);
        double v = roi.v(x, y);
        return u >= 0 && v >= 0 && u < 1 && v < 1;
    }
}
