package org.tucai.portrait.face;

/**
 * The picture lies on its side or is upside down.
 *
 * @param degrees by which it is turned clockwise from upright: 90, 180 or 270
 */
public record TurnedFacts(int degrees) {
    public boolean upsideDown() {
        return degrees == 180;
    }
}
