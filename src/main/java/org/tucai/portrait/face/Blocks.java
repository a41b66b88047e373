package org.tucai.portrait.face;

import org.bytedeco.opencv.opencv_core.Mat;

/** Measures the blocks that JPEG compression leaves: squares of 8 x 8 pixels, from the upper left corner on. */
final class Blocks {
    private static final int SIDE = 8;
    private static final int HALF = SIDE / 2;

    /** What a step counts at most, in twice the grey levels: larger ones are edges. */
    private static final int MOST = 24;

    private Blocks() {}

    /** The mean step across the borders of blocks less that across their middles, grey levels; 0 for pictures of a few pixels. */
    static double of(Mat picture) {
        byte[] v = Grey.bytes(picture);
        int width = picture.cols();
        int right = width - SIDE;
        int bottom = picture.rows() - SIDE;
        long twice = 0;
        long count = 0;
        for (int y = SIDE; y < bottom; y++) {
            for (int x = SIDE; x < right; x += SIDE) {
                int i = y * width + x;
                twice += step(v, i, 1) - step(v, i + HALF, 1);
                count++;
            }
        }
        for (int y = SIDE; y < bottom; y += SIDE) {
            for (int x = SIDE; x < right; x++) {
                int i = y * width + x;
                twice += step(v, i, width) - step(v, i + HALF * width, width);
                count++;
            }
        }
        return count == 0 ? 0 : twice / 2.0 / count;
    }

    /**
     * Twice the step between a point and the one before, less the steps beside it.
     *
     * @param before from a point to the one before, in places of the array
     */
    private static int step(byte[] v, int i, int before) {
        int far = v[i - 2 * before] & 255;
        int last = v[i - before] & 255;
        int here = v[i] & 255;
        int next = v[i + before] & 255;
        int step = 2 * Math.abs(here - last) - Math.abs(last - far) - Math.abs(next - here);
        return Math.min(MOST, Math.max(0, step));
    }
}
