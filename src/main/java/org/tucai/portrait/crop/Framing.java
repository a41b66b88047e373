package org.tucai.portrait.crop;

import org.tucai.portrait.Region;
import org.tucai.portrait.face.Roi;

/**
 * Where a finished picture lies in the one it was cut out of.
 *
 * @param cut in pixels of that picture
 * @param width of that picture, pixels
 * @param height of that picture, pixels
 */
public record Framing(Roi cut, int width, int height) {

    /** The upright rectangle in that picture around a place in the finished one. */
    public Region inTheOriginal(Region place) {
        Roi turned = new Roi(
                cut.x(place.x() + place.width() / 2, place.y() + place.height() / 2),
                cut.y(place.x() + place.width() / 2, place.y() + place.height() / 2),
                place.width() * cut.width(),
                place.height() * cut.height(),
                cut.angle());
        Roi around = turned.upright();
        return Region.ofPixels(
                around.cx() - around.width() / 2,
                around.cy() - around.height() / 2,
                around.width(),
                around.height(),
                width,
                height);
    }
}
