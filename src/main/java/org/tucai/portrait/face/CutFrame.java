package org.tucai.portrait.face;

/**
 * Where the points of a picture lie in a cut of it.
 *
 * @param cut the part of the picture that was cut out
 * @param width pixels of the cut picture
 * @param height pixels of the cut picture
 */
record CutFrame(Roi cut, int width, int height) {
    double x(double x, double y) {
        return cut.u(x, y) * width;
    }

    double y(double x, double y) {
        return cut.v(x, y) * height;
    }

    /** Pixels of the cut picture per pixel of the picture. */
    double scale() {
        return width / cut.width();
    }
}
