package org.tucai.portrait.face;

/**
 * How the head is turned, degrees.
 *
 * @param yaw to the side, positive towards the right of the picture
 * @param pitch up or down, positive when the face is lowered
 * @param roll tilt, positive when the right eye of the picture is lower
 */
public record Pose(double yaw, double pitch, double roll) {
    /** Beyond this yaw the far eye is too narrow to be judged, degrees. */
    private static final double SIDE = 25;

    /** Whether the head is turned so far aside that the eyes cannot be trusted. */
    public boolean aside() {
        return Math.abs(yaw) > SIDE;
    }
}
