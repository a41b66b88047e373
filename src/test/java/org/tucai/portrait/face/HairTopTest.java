package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HairTopTest {
    private static final int SIDE = 200;

    /** Eyes 40 pixels apart at (80, 100) and (120, 100) in a picture of 200 × 200. */
    private static final FaceShape FACE = new FaceShape(new float[3 * FaceMesh.POINTS], 1, eye(80), eye(120));

    @Test
    void takesTheHighestRowOfHairAsTheCrown() {
        Double top = Measures.geometry(FACE, person(60, 140, 40)).hairTop();

        assertThat(top).isNotNull().isCloseTo(40, within(2.0));
    }

    @Test
    void ignoresANarrowTuft() {
        Mask person = person(60, 140, 40);
        fill(person, 95, 105, 10);

        Double top = Measures.geometry(FACE, person).hairTop();

        assertThat(top).isNotNull().isCloseTo(40, within(2.0));
    }

    @Test
    void countsATopknot() {
        Mask person = person(60, 140, 40);
        fill(person, 90, 110, 10);

        Double top = Measures.geometry(FACE, person).hairTop();

        assertThat(top).isNotNull().isCloseTo(10, within(2.0));
    }

    private static EyeShape eye(float x) {
        float[] iris = new float[10];
        for (int i = 0; i < iris.length; i += 2) {
            iris[i] = x;
            iris[i + 1] = 100;
        }
        return new EyeShape(new float[142], iris);
    }

    private static Mask person(int left, int right, int top) {
        Mask mask = new Mask(Roi.whole(SIDE, SIDE), SIDE, new float[SIDE * SIDE]);
        fill(mask, left, right, top);
        return mask;
    }

    /** Fills from this row downwards. */
    private static void fill(Mask mask, int left, int right, int top) {
        for (int y = top; y < SIDE; y++) {
            for (int x = left; x < right; x++) {
                mask.sure()[y * SIDE + x] = 1;
            }
        }
    }
}
