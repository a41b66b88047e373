package org.tucai.portrait;

/**
 * What a finished picture looks like.
 *
 * @param width pixels
 * @param height pixels
 * @param dpi dots per inch, written into the file
 * @param eyeDistance aim of the automatic crop, pixels
 * @param eyeLine aim of the automatic crop: the eyes' distance from the top edge, pixels
 * @param maxRotation how far the automatic crop may turn the picture to level the eyes, degrees
 * @param maxBytes greatest size of the file
 * @param minQuality least JPEG quality
 */
public record PictureShape(
        int width,
        int height,
        int dpi,
        double eyeDistance,
        double eyeLine,
        double maxRotation,
        int maxBytes,
        int minQuality) {}
