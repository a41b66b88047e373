package org.tucai.portrait.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tucai.portrait.Region;
import org.tucai.portrait.face.Roi;

class FramingTest {
    private static final Region MIDDLE = new Region(0.25, 0.5, 0.5, 0.25);

    @Test
    void aRegionOfTheCropIsMappedToTheOriginal() {
        Framing framing = new Framing(new Roi(600, 500, 400, 800, 0), 1000, 2000);

        Region place = framing.inTheOriginal(MIDDLE);

        near(place, new Region(0.5, 0.25, 0.2, 0.1));
    }

    @Test
    void aRotatedRegionIsMappedToItsUprightBoundingBox() {
        Framing framing = new Framing(new Roi(500, 500, 400, 400, Math.PI / 2), 1000, 1000);

        Region place = framing.inTheOriginal(MIDDLE);

        near(place, new Region(0.4, 0.4, 0.1, 0.2)); // below the middle of the crop is left of the original's
    }

    @Test
    void aRegionAtTheEdgeStaysInsideThePicture() {
        Framing framing = new Framing(new Roi(100, 100, 400, 400, 0), 1000, 1000);

        Region place = framing.inTheOriginal(new Region(0, 0, 1, 1));

        near(place, new Region(0, 0, 0.3, 0.3));
    }

    private static void near(Region place, Region expected) {
        assertThat(place.x()).isCloseTo(expected.x(), within(1e-9));
        assertThat(place.y()).isCloseTo(expected.y(), within(1e-9));
        assertThat(place.width()).isCloseTo(expected.width(), within(1e-9));
        assertThat(place.height()).isCloseTo(expected.height(), within(1e-9));
    }
}
