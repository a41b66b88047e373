package org.tucai.portrait.face;

/**
 * Light and colour of the skin of the face.
 *
 * @param side how many times as bright one half of the face is as the other, as a power of two (0 = alike), the median
 *     over mirrored pairs of patches
 * @param worstSide the same for the third most unequal pair
 * @param colourSide how differently coloured the two halves are, L*a*b* units
 * @param relief deviation of the light over all patches, as a power of two
 * @param lightness median L* of the skin
 * @param range 5th to 95th percentile of L* over the face
 * @param burnt share of skin that is burnt out or shines
 * @param black share of the face that is fully black
 * @param white share of the face that is fully white
 * @param brightest 98th percentile of L* over the standard view: dark skin is no underexposure, a dim picture is
 * @param darkest 2nd percentile of L* over the standard view
 * @param faceBrightest 99th percentile of L* over the face with its eyes, whose whites are light whatever the skin is
 * @param hue of the skin in degrees of the a*b* plane: 0 red, 90 yellow
 * @param chroma of the skin
 */
public record LightFacts(
        double side,
        double worstSide,
        double colourSide,
        double relief,
        double lightness,
        double range,
        double burnt,
        double black,
        double white,
        double brightest,
        double darkest,
        double faceBrightest,
        double hue,
        double chroma) {

    /** Share of the face that is fully black or fully white. */
    public double clipped() {
        return black + white;
    }
}
