package org.tucai.capturecode.reading;

import java.util.Locale;

/**
 * The ways in which finder patterns are looked for, the cheapest first. Each one stands here because docs/accuracy.md names pictures that no
 * cheaper one reads.
 */
enum Attempt {
    /** The picture as it is; half as large when it has more than three million pixels. */
    PLAIN(0, 20, 2, 2, false),
    /** The other of the two scales: noise and moiré go, or very small modules come. */
    OTHER_SCALE(1, 20, 2, 2, false),
    /** A quarter of the size: very large modules. */
    COARSE(2, 40, 2, 1, false),
    /** Every row, smoothed, differences of half a grey level: low contrast and noise. */
    FINE(0, 12, 4, 1, true),
    /** At full size, with a narrow neighbourhood: steep shadows, tiny modules, small codes between dense text. */
    NARROW(-1, 12, 1, 1, false),
    /** The third finder pattern is looked for where two others say. */
    THIRD_FINDER(0, 9, 4, 1, true),
    /** The mixture of the colour channels that differs most from place to place. */
    COLOUR(0, 12, 4, 1, true),
    /** Two finder patterns alone, the third being hidden altogether. */
    TWO_FINDERS(0, 12, 4, 1, true);

    /** Halvings beyond the plain scale; 1 means the other of the two usual scales, -1 none at all. */
    final int reduction;
    /** Half side in pixels of the neighbourhood that a pixel is compared with. */
    final int radius;
    /** Differences up to this much do not end a run. */
    final int noise;

    final int rowStep;
    final boolean smooth;

    Attempt(int reduction, int radius, int noise, int rowStep, boolean smooth) {
        this.reduction = reduction;
        this.radius = radius;
        this.noise = noise;
        this.rowStep = rowStep;
        this.smooth = smooth;
    }

    /** As printed: "other-scale". */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
