package org.tucai.portrait.face;

/**
 * A picture within the picture: a closed rectangle around the head, as in a photo of a print, a card or a screenshot. Searched in the
 * whole photo, before anything is cut away.
 *
 * @param x left edge in the frame, pixels
 * @param y upper edge
 */
public record InsetFacts(double x, double y, double width, double height) {}
