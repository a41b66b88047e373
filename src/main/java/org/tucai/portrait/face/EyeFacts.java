package org.tucai.portrait.face;

/**
 * The eyes. Openings are shares of the distance from the eyes to the chin: 0.074 is usual, below 0.03 closed.
 *
 * @param gazeAcross where both irises stand between the corners: 0 in the middle, positive towards the right of the
 *     picture, in eye widths
 * @param gazeDown how far the irises stand below the line of the corners, in eye widths
 * @param redness how much redder than blue and green the redder pupil is, each beside the skin below the eye: 1 = nothing but
 *     red, 0 or less = no redder than that skin; NaN where no pupil is seen
 */
public record EyeFacts(double leftOpening, double rightOpening, double gazeAcross, double gazeDown, double redness) {}
