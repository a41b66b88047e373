package org.tucai.portrait.face;

/**
 * Traces of how the picture came about.
 *
 * @param moire height of the strongest regular fine pattern above its surroundings, as a power of two
 * @param frame share of the picture's edge that is one flat colour with a sharp line behind it: a border or a sheet of
 *     paper
 */
public record OriginFacts(double moire, double frame) {}
