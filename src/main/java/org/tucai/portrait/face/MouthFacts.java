package org.tucai.portrait.face;

/**
 * The mouth, in shares of the distance from the eyes to the chin unless said otherwise.
 *
 * @param gap mean distance between the inner rims of the lips
 * @param width corner to corner
 * @param cornerLift how much higher the corners are than the middle of the lips
 */
public record MouthFacts(double gap, double width, double cornerLift) {}
