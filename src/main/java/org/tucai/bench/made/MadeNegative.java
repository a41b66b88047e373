package org.tucai.bench.made;

import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * A picture broken on purpose: from a good photo in the standard view (480 x 640, eyes at (180, 288) and (300, 288)) one
 * that certainly breaks a rule.
 *
 * @param name what is done, with its strength
 * @param rule the rule it breaks
 * @param whole makes the picture that certainly meets the rule, where the good photo itself need not; null = the good photo
 * @param maker makes the broken picture; the caller closes it
 */
public record MadeNegative(
        String name, String rule, @Nullable Maker whole, Maker maker) {

    MadeNegative(String name, String rule, Maker maker) {
        this(name, rule, null, maker);
    }

    /** Makes one picture out of another. */
    @FunctionalInterface
    interface Maker {
        Mat make(StandardView good, Random random);
    }
}
