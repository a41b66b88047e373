package org.tucai.portrait.face;

import org.bytedeco.opencv.opencv_core.Mat;

/** Turns the pixels of one picture into facts; one instance serves one thread at a time. */
public interface Perception extends AutoCloseable {

    /**
     * Looks at a picture.
     *
     * @param picture 8-bit BGR, upright; stays the caller's
     */
    Facts perceive(Mat picture, StageClock clock);

    /** {@code full} or {@code reduced}. */
    String mode();

    @Override
    void close();
}
