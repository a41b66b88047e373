package org.tucai.portrait.face;

import org.bytedeco.opencv.opencv_core.Mat;

/** Turns the pixels of one picture into facts; one instance serves one thread at a time. */
public interface Perception extends AutoCloseable {

    /**
     * Finds the faces and traces the largest.
     *
     * @param picture 8-bit BGR, upright; stays the caller's
     */
    Sighting sight(Mat picture, StageClock clock);

    /**
     * Measures the face that was traced.
     *
     * @param sighting of this very picture, or carried over to it by {@link Sighting#in}
     * @param blocks how visible the blocks of the file's compression are, from {@link #blocks}; NaN where nobody knows
     */
    Facts measure(Sighting sighting, Mat picture, double blocks, StageClock clock);

    /** How visible JPEG blocks are in a picture that has the pixels of its file, grey levels. */
    static double blocks(Mat picture) {
        return NativeScope.run(() -> Blocks.of(picture));
    }

    /** {@code full} or {@code reduced}. */
    String mode();

    @Override
    void close();
}
