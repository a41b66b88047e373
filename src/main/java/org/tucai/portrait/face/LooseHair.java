package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Locks and strands of hair before the wall that the person mask leaves out: thin, much darker than what is beside them, and connected
 * with the person.
 */
final class LooseHair {
    /** The thickest lock, in eye distances. */
    private static final double THICKEST = 0.25;

    /** How much darker a lock is than the wall beside it, L*: the strokes of a faint watermark are not. */
    private static final float DARKER = 16;

    /** How far from the person a lock reaches, in eye distances. */
    private static final double REACH = 1;

    /** Points closer to the person mask than this touch it. */
    private static final int OUTLINE = 2;

    private final Lab lab;
    private final float[] distance;
    private final double farthest;
    private final boolean[] thin;
    private final boolean[] hair;

    private LooseHair(Lab lab, float[] distance, double unit) {
        this.lab = lab;
        this.distance = distance;
        this.farthest = REACH * unit;
        this.thin = thin(lab, unit);
        this.hair = new boolean[distance.length];
    }

    /**
     * Whether each point shows loose hair or lies beside it.
     *
     * @param distance of each point from the person mask, in points
     * @param unit the eye distance, in points
     */
    static boolean[] of(Lab lab, float[] distance, double unit) {
        return new LooseHair(lab, distance, unit).grown();
    }

    /** Where the picture gets much lighter when gaps of that width between lighter parts are closed. */
    private static boolean[] thin(Lab lab, double unit) {
        Mat light = new Mat(lab.height(), lab.width(), CV_32FC1);
        FloatBuffer numbers = light.createBuffer();
        numbers.put(lab.l());
        Mat closed = new Mat();
        int side = 2 * (int) Math.round(THICKEST * unit / 2) + 1;
        morphologyEx(light, closed, MORPH_CLOSE, getStructuringElement(MORPH_RECT, new Size(side, side)));
        float[] filled = new float[lab.l().length];
        FloatBuffer closedNumbers = closed.createBuffer();
        closedNumbers.get(filled);
        boolean[] thin = new boolean[filled.length];
        for (int i = 0; i < thin.length; i++) {
            thin[i] = filled[i] - lab.l()[i] > DARKER;
        }
        return thin;
    }

    private boolean[] grown() {
        int[] locks = new int[distance.length];
        int count = 0;
        for (int i = 0; i < distance.length; i++) {
            if (thin[i] && distance[i] > 0 && distance[i] < OUTLINE) {
                hair[i] = true;
                locks[count++] = i;
            }
        }
        for (int next = 0; next < count; next++) {
            int x = locks[next] % lab.width();
            int y = locks[next] / lab.width();
            for (int row = Math.max(0, y - 1); row <= Math.min(lab.height() - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(lab.width() - 1, x + 1); column++) {
                    int i = row * lab.width() + column;
                    if (!hair[i] && distance[i] > 0 && distance[i] < farthest) {
                        hair[i] = true;
                        if (thin[i]) {
                            locks[count++] = i;
                        }
                    }
                }
            }
        }
        return hair;
    }
}
