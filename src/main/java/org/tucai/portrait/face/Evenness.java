package org.tucai.portrait.face;

/**
 * How even a background is.
 *
 * @param texture deviation of lightness from a smooth surface (soft shading is no texture), L*
 * @param shading how much the smooth surface itself changes in lightness, 5th to 95th percentile, L*
 * @param colourSpread deviation of the colour from a smooth surface, a* and b*
 */
public record Evenness(double texture, double shading, double colourSpread) {
    static Evenness of(Surface.Fit l, Surface.Fit a, Surface.Fit b) {
        return new Evenness(l.residual(), l.range(), Math.hypot(a.residual(), b.residual()));
    }
}
