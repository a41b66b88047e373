package org.tucai.portrait.face;

/**
 * What lies behind the person, away from the outline. Lightness and colours in CIE L*a*b*.
 *
 * @param share of the picture that is surely background
 * @param l median lightness
 * @param a median
 * @param b median
 * @param all how even it is with everything that is before it
 * @param wall how even it is without loose hair before it; the same as {@code all} where there is none
 * @param colourShading how much the colour changes smoothly
 * @param edges share of points with a clear edge
 * @param shadow how much darker the background is close to the head than far from it on the same side, the worse side
 */
public record BackgroundFacts(
        double share,
        double l,
        double a,
        double b,
        Evenness all,
        Evenness wall,
        double colourShading,
        double edges,
        double shadow) {

    /** The same with a shadow seen elsewhere, if it is the stronger one. */
    BackgroundFacts withShadow(double other) {
        return new BackgroundFacts(share, l, a, b, all, wall, colourShading, edges, Math.max(shadow, other));
    }
}
