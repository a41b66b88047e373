package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class TrainedCloseupTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 640;

    @Test
    void comesWithANetworkForEveryCloseupThatFitsIt() {
        try (TrainedLook look = new TrainedLook(CloseupNetworks.shipped())) {
            float[] answers = NativeScope.run(() -> look.look(grey(), face(0)));

            assertThat(answers).hasSize(TrainedCloseup.answers());
            for (float answer : answers) {
                assertThat(answer).isFinite();
            }
        }
    }

    @Test
    void usesTheLowerAnswerOfTheTwoEars() {
        List<float[]> ears = List.of(new float[] {6, -3}, new float[] {-6, -3});

        assertThat(TrainedLook.lower(ears, 0)).isCloseTo(-5.65f, within(0.01f));
        assertThat(TrainedLook.lower(ears, 1)).isCloseTo(-3f, within(0.01f));
    }

    @Test
    void oneSpotThatBreaksARuleIsEnough() {
        float[] whole = {4, 4};
        float[] nowhere = {0, 0, 0, 0, 0, 0, 0, 0};
        float[] somewhere = {0, 0, 9, 0, 0, 0, 0, 0};

        assertThat(TrainedLook.judged(whole, nowhere, nowhere)).containsExactly(4, 4);
        assertThat(TrainedLook.judged(whole, nowhere, somewhere)[0]).isCloseTo(-3.61f, within(0.01f));
        assertThat(TrainedLook.judged(whole, nowhere, somewhere)[1]).isEqualTo(4);
    }

    @Test
    void cropsBothEarsWithTheirMargin() {
        List<Mat> ears = TrainedCloseup.EARS.cuts(grey(), face(0), 1.35);

        assertThat(ears).hasSize(2);
        assertThat(ears.getFirst().cols()).isEqualTo(216);
    }

    @Test
    void coversTheTorsoDownToTheEdgeOfThePicture() {
        Roi torso = Closeup.TORSO.place(face(0), HEIGHT);
        Roi short_ = Closeup.TORSO.place(face(0), 500);

        assertThat(torso.y(0.5, 1)).isCloseTo(HEIGHT, within(100.0));
        assertThat(short_.height()).isCloseTo(240, within(1.0));
    }

    @Test
    void turningTheHeadDoesNotChangeItsUnitOfLength() {
        HeadFrame straight = HeadFrame.of(face(0));
        HeadFrame turned = HeadFrame.of(face(0.7));

        assertThat(straight.unit()).isCloseTo(120, within(0.5));
        assertThat(turned.unit()).isCloseTo(straight.unit(), within(0.5));
        assertThat(straight.back()[2]).isCloseTo(1, within(0.01));
        assertThat(turned.back()[0]).isCloseTo(-Math.sin(0.7), within(0.01));
    }

    @Test
    void aPlaceOnAHeadSeenFromTheFrontIsMeasuredFromTheMiddleOfTheEyes() {
        FaceShape face = face(0);
        Roi ears = HeadFrame.of(face).around(face, -1.35, -0.3, 1, 2.7, 1.1, 0.4);

        assertThat(ears.cx()).isCloseTo(240, within(0.5));
        assertThat(ears.cy()).isCloseTo(288 + 0.25 * 120, within(0.5));
        assertThat(ears.width()).isCloseTo(2.7 * 120, within(1.0));
        assertThat(ears.height()).isCloseTo(1.1 * 120, within(1.0));
    }

    @Test
    void aPlaceBehindTheFaceMovesToTheSideThatTheHeadIsTurnedAwayFrom() {
        FaceShape face = face(0.7);
        Roi ears = HeadFrame.of(face).around(face, -1.35, -0.3, 1, 2.7, 1.1, 0.4);
        double ear = 240 - 1.2 * 120 * Math.sin(0.7);

        assertThat(ears.cx()).isCloseTo(ear, within(1.0));
        assertThat(ears.width()).isCloseTo(2.7 * 120 * Math.cos(0.7) + 0.4 * 120 * Math.sin(0.7), within(1.0));
    }

    private static Mat grey() {
        return new Mat(HEIGHT, WIDTH, CV_8UC3, new Scalar(120, 120, 120, 0));
    }

    /** A flat face with irises 120 pixels apart, turned about the vertical axis. */
    private static FaceShape face(double yaw) {
        float[] points = new float[468 * 3 + 1];
        place(points, 33, -80, 0, yaw);
        place(points, 263, 80, 0, yaw);
        place(points, 10, 0, -100, yaw);
        place(points, 152, 0, 200, yaw);
        place(points, 234, -140, 20, yaw);
        place(points, 454, 140, 20, yaw);
        return new FaceShape(points, 1, eye(240 - 60 * Math.cos(yaw)), eye(240 + 60 * Math.cos(yaw)));
    }

    private static void place(float[] points, int point, double right, double down, double yaw) {
        points[3 * point] = (float) (240 + right * Math.cos(yaw));
        points[3 * point + 1] = (float) (288 + down);
        points[3 * point + 2] = (float) (right * Math.sin(yaw));
    }

    private static EyeShape eye(double x) {
        float[] iris = {(float) x, 288, (float) x, 288, (float) x, 288, (float) x, 288, (float) x, 288};
        return new EyeShape(new float[142], iris);
    }
}
