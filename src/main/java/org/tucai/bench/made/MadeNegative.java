package org.tucai.bench.made;

import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * A way to break a good photo on purpose: from one in the standard view (480 x 640, eyes at (180, 288) and (300, 288)) it
 * makes a picture that certainly breaks a rule.
 *
 * @param name what is done, with its strength
 * @param rule the rule that is broken
 * @param whole makes a picture that certainly meets the rule, for rules that the good photo may not meet; null = the good photo
 * @param maker makes the broken picture; the caller closes it
 */
public record MadeNegative(
        String name, String rule, @Nullable Maker whole, Maker maker) {

    MadeNegative(String name, String rule, Maker maker) {
        this(name, rule, null, maker);
    }

    /** Makes one picture from another. */
    @FunctionalInterface
    interface Maker {
        Mat make(StandardView good, Random random);
    }
}
