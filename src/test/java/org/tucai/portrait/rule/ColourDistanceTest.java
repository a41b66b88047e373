package org.tucai.portrait.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourDistanceTest {

    /** Pairs published by Sharma, Wu and Dalal (2005) to test implementations of CIEDE2000. */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615",
        "50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000",
        "50, 0, 0, 50, -1, 2, 2.3669",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195",
        "50, -0.0010, 2.4900, 50, 0.0010, -2.4900, 4.8045",
        "50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461",
        "50, 2.5, 0, 50, 0, -2.5, 4.3065",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "50, 2.5, 0, 58, 24, 15, 19.4535",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void agreesWithThePublishedPairs(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        assertThat(ColourDistance.between(l1, a1, b1, l2, a2, b2)).isCloseTo(expected, within(0.0001));
        assertThat(ColourDistance.between(l2, a2, b2, l1, a1, b1)).isCloseTo(expected, within(0.0001));
    }

    /** The primaries as published by Lindbloom, the standard's wall colours, and one dark enough for the linear part of both curves. */
    @ParameterizedTest
    @CsvSource({
        "255, 0, 0, 53.2408, 80.0925, 67.2032",
        "0, 255, 0, 87.7347, -86.1827, 83.1793",
        "0, 0, 255, 32.2970, 79.1875, -107.8602",
        "255, 255, 255, 100, 0, 0",
        "240, 240, 240, 94.7962, 0, 0",
        "100, 197, 255, 75.9818, -11.8496, -37.0607",
        "0, 0, 20, 0.4561, 3.2048, -8.7223"
    })
    void matchesEachScreenColourWithItsPublishedLabValue(int red, int green, int blue, double l, double a, double b) {
        assertThat(ColourDistance.toRgb(l, a, b, new int[] {red, green, blue})).isCloseTo(0, within(0.001));
    }
}
