package org.tucai.portrait;

/** A place in the judged picture, fractions 0..1 of its width and height from the top left corner. */
public record Region(double x, double y, double width, double height) {

    /** A region given in pixels, kept inside the picture. */
    public static Region ofPixels(
            double x, double y, double width, double height, int pictureWidth, int pictureHeight) {
        double left = Math.clamp(x / pictureWidth, 0, 1);
        double top = Math.clamp(y / pictureHeight, 0, 1);
        double right = Math.clamp((x + width) / pictureWidth, left, 1);
        double bottom = Math.clamp((y + height) / pictureHeight, top, 1);
        return new Region(left, top, right - left, bottom - top);
    }
}
