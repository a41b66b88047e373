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
}
