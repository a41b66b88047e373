package org.tucai.portrait.face;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was found in a photo, mapped to its place in a crop of it. */
class SightingTest {
    private static final FaceBox FACE = new FaceBox(100, 150, 200, 260, 0.9, true, 150, 230, 250, 240);
    private static final FaceBox ANOTHER = new FaceBox(700, 100, 100, 130, 0.8, false, 0, 0, 0, 0);

    private final Sighting photo = new Sighting(
            new FrameFacts(900, 1200, List.of(FACE, ANOTHER)),
            new GeometryFacts(200, 235, 100, 220, 410, 60.0, 50),
            trace(),
            new InsetFacts(60, 60, 280, 400),
            null);

    @Test
    void movesAndScalesWithTheCrop() {
        Sighting cut = photo.in(new Roi(200, 260, 320, 400, 0), 640, 800);

        assertThat(List.of(requireNonNull(cut.head()), requireNonNull(cut.inset()), cut.frame()))
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Math.abs(one - other) < 1e-6, Double.class)
                .isEqualTo(List.of(
                        new GeometryFacts(320, 350, 200, 440, 700, 0.0, -20),
                        new InsetFacts(40, 0, 560, 800),
                        new FrameFacts(
                                640, 800, List.of(new FaceBox(120, 180, 400, 520, 0.9, true, 220, 340, 420, 360)))));
        Trace trace = requireNonNull(cut.trace());
        assertThat(trace.face().x(1)).isEqualTo(340);
        assertThat(trace.face().y(1)).isEqualTo(380);
        assertThat(trace.face().z(1)).isEqualTo(-60);
        assertThat(trace.face().left().irisX()).isEqualTo(220);
        assertThat(trace.face().right().irisY()).isEqualTo(360);
        assertThat(trace.person().at(300, 390)).isEqualTo(1);
        assertThat(trace.person().at(320, 390)).isZero();
        assertThat(trace.hair().at(320, 400)).isEqualTo(1);
    }

    /** The photo is rotated by the crop's roll, so the head is less tilted in the crop. */
    @Test
    void rotatesWithTheCrop() {
        Sighting cut = photo.in(new Roi(200, 235, 320, 400, Math.toRadians(4)), 320, 400);

        assertThat(requireNonNull(cut.pose())).isEqualTo(new Pose(3, -2, 2));
        assertThat(requireNonNull(cut.head()).eyesX()).isCloseTo(160, within(1e-9));
        FaceShape face = requireNonNull(cut.trace()).face();
        assertThat(Math.toDegrees(face.roll())).isCloseTo(5.71 - 4, within(0.01));
        assertThat(Math.toDegrees(requireNonNull(cut.trace()).person().roi().angle()))
                .isCloseTo(-4, within(1e-9));
    }

    @Test
    void leavesOutAFaceOutsideTheCrop() {
        Sighting right = photo.in(new Roi(750, 165, 320, 400, 0), 320, 400);

        assertThat(right.frame().faces()).hasSize(1);
        assertThat(right.frame().faces().getFirst().centreX()).isCloseTo(160, within(1e-9));
        assertThat(right.frame().faces().getFirst().score()).isEqualTo(0.8);
    }

    private static Trace trace() {
        float[] points = new float[3 * FaceMesh.POINTS];
        points[3] = 210;
        points[4] = 250;
        points[5] = -30;
        FaceShape face = new FaceShape(points, 1, eye(150, 230), eye(250, 240));
        Roi whole = Roi.whole(390, 510);
        float[] leftHalf = {1, 0, 1, 0};
        float[] lowerRight = {0, 0, 0, 1};
        Traits none = new Traits(new float[0], new float[0], new float[0], new float[0], new float[0], new float[0]);
        return new Trace(
                face, new Pose(3, -2, 6), new Mask(whole, 2, leftHalf), new Mask(whole, 2, lowerRight), 1, none);
    }

    private static EyeShape eye(float x, float y) {
        float[] iris = new float[10];
        iris[0] = x;
        iris[1] = y;
        return new EyeShape(new float[142], iris);
    }
}
