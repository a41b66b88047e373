package org.tucai.portrait.face;

/**
 * Whether something hides a part of the face.
 *
 * @param mouth how much of mouth and nostrils is seen, by what is seen best of the lips' red, the dark line between them and the
 *     nostrils: 1 or less = nothing of it; NaN in too little light. Pictures of bare faces had 1.16 and more, those with a mask
 *     or a hand before the mouth nearly all less than 1
 * @param eyesAlike how alike both eyes are drawn, the correlation of one with the other mirrored: 1 = the same, 0 = nothing alike
 * @param eyesApart how differently light or coloured they are besides what the cheeks below them tell of the light, L*a*b* units
 * @param cheeksApart how unevenly the cheeks are lit, share of the darker one's L* + 16
 */
public record CoverFacts(double mouth, double eyesAlike, double eyesApart, double cheeksApart) {}
