package org.tucai.portrait.face;

import org.bytedeco.opencv.opencv_core.Mat;

/** Turns the pixels of one picture into facts; one instance serves one thread at a time. */
public interface Perception extends AutoCloseable {

    /**
     * First sight: where faces are, and what the networks trace.
     *
     * @param picture 8-bit BGR, upright; stays the caller's
     */
    Sighting sight(Mat picture, StageClock clock);

    /**
     * Measures what was seen.
     *
     * @param sighting of this very picture, or carried over to it by {@link Sighting#in}
     * @param unscaled whether the picture has the pixels of its file, so that JPEG blocks are where they were
     */
    Facts measure(Sighting sighting, Mat picture, boolean unscaled, StageClock clock);

    /** {@code full} or {@code reduced}. */
    String mode();

    @Override
    void close();
}
