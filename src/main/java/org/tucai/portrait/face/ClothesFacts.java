package org.tucai.portrait.face;

/**
 * Neck, clothes and shoulders.
 *
 * @param l median lightness of the clothes
 * @param a median
 * @param b median
 * @param pattern mean step between neighbours of the clothes, L*a*b* units
 * @param colours deviation of the clothes' colours from their median
 * @param neck share of the place of the neck that looks like skin
 * @param slope of the line of the shoulders, degrees, positive when it is lower on the right of the picture; NaN when they are not
 *     both in the picture
 */
public record ClothesFacts(double l, double a, double b, double pattern, double colours, double neck, double slope) {}
