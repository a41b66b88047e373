package org.tucai.portrait.face;

/**
 * How finely the picture is drawn.
 *
 * @param blur how little is lost by blurring the eye region once more: 0 sharp, 1 flat (Crété-Roffet's measure)
 * @param fine energy of the finest details of the eye region over that of the coarser ones, as a power of two
 * @param shake what is left of the finest details in the direction in which least is, as {@link Shake} measures it
 * @param noise deviation of the finest grain in smooth places, grey levels 0..255
 * @param blocks how much larger steps across the 8 x 8 grid of JPEG blocks are than other steps, grey levels
 * @param skinTexture energy of skin detail between one and four points, grey levels
 */
public record DetailFacts(double blur, double fine, double shake, double noise, double blocks, double skinTexture) {}
