package org.tucai.portrait.face;

import java.util.List;

/**
 * The judged picture and the faces in it. All coordinates of all facts are pixels of this frame; a large file is judged
 * on a reduced copy, so the frame may be smaller than the file.
 *
 * @param faces the largest first
 */
public record FrameFacts(int width, int height, List<FaceBox> faces) {
    /**
     * The least score of a further face. On the 681 labelled portraits real second faces had 0.75 to 0.84, false detections 0.61 to 0.70
     * and once 0.75.
     */
    private static final double CLEAR = 0.72;

    public FrameFacts {
        faces = List.copyOf(faces);
    }

    /** The other faces that are seen clearly and have at least this share of the largest one's width. */
    public List<FaceBox> others(double share) {
        return faces.stream()
                .skip(1)
                .filter(face -> face.width() >= share * faces.getFirst().width() && face.score() >= CLEAR)
                .toList();
    }
}
