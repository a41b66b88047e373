package org.tucai.portrait.face;

/**
 * Whether something hides a part of the face.
 *
 * @param mouth how clearly mouth and nostrils are seen, by the clearest of the red of the lips, the dark line between them and the
 *     nostrils: 1 or less = not at all; NaN in too little light. Bare faces had 1.16 and more, nearly all faces with a mask or a hand
 *     before the mouth less than 1
 * @param eyesAlike how alike both eyes are drawn, the correlation of one with the other mirrored: 1 = the same, 0 = nothing alike
 * @param eyesApart how much their lightness or colour differs beyond the difference between the cheeks below them, L*a*b* units
 * @param cheeksApart how unevenly the cheeks are lit, share of the darker one's L* + 16
 */
public record CoverFacts(double mouth, double eyesAlike, double eyesApart, double cheeksApart) {}
