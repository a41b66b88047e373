package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Needs the head model in {@code ../shared/models}; otherwise skipped. */
class RigidFitTest {
    private static final int NOSE_TIP = 1;
    private static final int LEFT_EYE = 33;
    private static final int RIGHT_EYE = 263;

    @BeforeAll
    static void find() {
        assumeTrue(Files.isRegularFile(PaintedFace.MESH), "no models beside the project");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "10, 0, 0", "-25, 0, 0", "0, 12, 0", "0, -12, 0", "0, 0, 8", "0, 0, -170", "7, -5, 4"})
    void findsTheTurnOfAHeadThatWasTurned(double yaw, double pitch, double roll) {
        float[] points = turned(new PaintedFace().face().points(), yaw, pitch, roll);

        Pose pose = new RigidFit(PaintedFace.MESH).fit(points);

        assertThat(pose.yaw()).isCloseTo(yaw, within(0.5));
        assertThat(pose.pitch()).isCloseTo(pitch, within(0.5));
        assertThat(pose.roll()).isCloseTo(roll, within(0.5));
    }

    /**
     * When the head turns to the right of the picture the nose moves right, when lowered down; when tilted right, the right eye is lower.
     */
    @ParameterizedTest
    @CsvSource({"10, 0, 0", "0, 10, 0", "0, 0, 10"})
    void yawPitchAndRollHaveTheDocumentedDirections(double yaw, double pitch, double roll) {
        float[] ahead = new PaintedFace().face().points();
        float[] points = turned(ahead, yaw, pitch, roll);

        assertThat(points[3 * NOSE_TIP] - ahead[3 * NOSE_TIP] > 5).isEqualTo(yaw > 0);
        assertThat(points[3 * NOSE_TIP + 1] - ahead[3 * NOSE_TIP + 1] > 5).isEqualTo(pitch > 0);
        assertThat(points[3 * RIGHT_EYE + 1] - points[3 * LEFT_EYE + 1] > 5).isEqualTo(roll > 0);
    }

    /** Rolled, then raised or lowered, then turned sideways, about the point midway between the eyes. */
    private static float[] turned(float[] points, double yaw, double pitch, double roll) {
        float[] turned = points.clone();
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            double x = points[3 * i] - 240;
            double y = points[3 * i + 1] - 288;
            double z = points[3 * i + 2];
            double[] rolled = about(x, y, roll);
            double[] lowered = about(z, rolled[1], -pitch);
            double[] aside = about(lowered[0], rolled[0], -yaw);
            turned[3 * i] = (float) (240 + aside[1]);
            turned[3 * i + 1] = (float) (288 + lowered[1]);
            turned[3 * i + 2] = (float) aside[0];
        }
        return turned;
    }

    private static double[] about(double a, double b, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new double[] {cos * a - sin * b, sin * a + cos * b};
    }
}
