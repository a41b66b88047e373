package org.tucai.portrait.face;

import org.jspecify.annotations.Nullable;

/**
 * Where the head stands in the frame, pixels.
 *
 * @param eyesX middle between the eyes
 * @param eyesY middle between the eyes
 * @param eyeDistance between the centres of the irises (full mode) or of the eyes
 * @param faceWidth cheek to cheek
 * @param hairTop distance of the highest hair (or hat) from the top edge; null when it could not be told; negative or 0
 *     when it is cut off
 * @param skullTop distance of the skull's top from the top edge, estimated from the face
 */
public record GeometryFacts(
        double eyesX,
        double eyesY,
        double eyeDistance,
        double faceWidth,
        double chinY,
        @Nullable Double hairTop,
        double skullTop) {

    GeometryFacts withHairTop(@Nullable Double top) {
        return new GeometryFacts(eyesX, eyesY, eyeDistance, faceWidth, chinY, top, skullTop);
    }

    /** In a copy of the picture of another size. */
    GeometryFacts scaled(double zoom) {
        return new GeometryFacts(
                eyesX * zoom,
                eyesY * zoom,
                eyeDistance * zoom,
                faceWidth * zoom,
                chinY * zoom,
                hairTop == null ? null : (Double) (hairTop * zoom),
                skullTop * zoom);
    }
}
