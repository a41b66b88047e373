package org.tucai.portrait.face;

/**
 * A picture within the picture: a rectangle round the head, closed on all sides, as a print on a table, a card or a screenshot
 * shows. Found in the whole photo, before anything is cut away.
 *
 * @param x left edge in the frame, pixels
 * @param y upper edge
 */
public record InsetFacts(double x, double y, double width, double height) {}
