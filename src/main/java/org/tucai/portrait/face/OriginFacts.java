package org.tucai.portrait.face;

/**
 * Traces of how the picture came about.
 *
 * @param moire height of the strongest regular fine pattern above its surroundings, as a power of two
 * @param frame share of the picture's edge that is one flat colour with a sharp line behind it: a border or a sheet of
 *     paper
 * @param letters how many letters the longest line of writing has, outside face and hair
 * @param writingX left edge of that line in the frame, pixels
 * @param writingY its upper edge
 */
public record OriginFacts(
        double moire,
        double frame,
        int letters,
        double writingX,
        double writingY,
        double writingWidth,
        double writingHeight) {}
