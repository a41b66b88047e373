package org.tucai.portrait.face;

/**
 * Hair and what it hides, by the hair mask; shares 0..1.
 *
 * @param area of the hair over the area of the face
 * @param overBrows share of the brows that is covered, the worse side
 * @param overEyes share of the eyes that is covered, the worse side
 * @param leftEar skin seen where the left ear of the picture should be, share of the place
 * @param rightEar the same on the right
 * @param onTop share of the head above the forehead that is hair
 * @param lightness median L*
 * @param chroma median colourfulness
 * @param hue median direction in the a*b* plane, degrees
 */
public record HairFacts(
        double area,
        double overBrows,
        double overEyes,
        double leftEar,
        double rightEar,
        double onTop,
        double lightness,
        double chroma,
        double hue) {}
