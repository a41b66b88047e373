package org.tucai.portrait.face;

import java.util.List;

/**
 * The judged picture and the faces in it. All coordinates of all facts are pixels of this frame; a large file is judged
 * on a reduced copy, so the frame may be smaller than the file.
 *
 * @param faces the largest first
 */
public record FrameFacts(int width, int height, List<FaceBox> faces) {
    public FrameFacts {
        faces = List.copyOf(faces);
    }
}
