package org.tucai.portrait.face;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at first sight, before anything is measured: where faces are and what was traced of the largest. Plain numbers,
 * so it can be carried over to a cut of the same picture.
 *
 * @param head null when no face was found
 * @param trace null when no face was found and in reduced mode
 * @param inset null when the picture holds no picture
 * @param turned null when the picture stands upright; else nothing but the faces was looked at
 */
public record Sighting(
        FrameFacts frame,
        @Nullable GeometryFacts head,
        @Nullable Trace trace,
        @Nullable InsetFacts inset,
        @Nullable TurnedFacts turned) {

    static Sighting ofNothing(FrameFacts frame) {
        return new Sighting(frame, null, null, null, null);
    }

    static Sighting of(Turned turned) {
        return new Sighting(turned.frame(), null, null, null, turned.facts());
    }

    /** How the head is turned, null where nothing traced it. */
    public @Nullable Pose pose() {
        return trace == null ? null : trace.pose();
    }

    /**
     * The same as seen in a cut of the picture.
     *
     * @param cut the part of this picture that was cut out
     * @param width pixels of the cut picture
     * @param height pixels of the cut picture
     */
    public Sighting in(Roi cut, int width, int height) {
        double scale = width / cut.width();
        List<FaceBox> boxes = new ArrayList<>();
        for (FaceBox box : frame.faces()) {
            FaceBox moved = box(box, cut, width, height, scale);
            if (moved.centreX() > 0 && moved.centreY() > 0 && moved.centreX() < width && moved.centreY() < height) {
                boxes.add(moved);
            }
        }
        return new Sighting(
                new FrameFacts(width, height, boxes),
                head == null ? null : head(head, cut, width, height, scale),
                trace == null ? null : trace.in(cut, width, height),
                inset == null ? null : inset(inset, cut, width, height, scale),
                turned);
    }

    private static FaceBox box(FaceBox box, Roi cut, int width, int height, double scale) {
        double x = cut.u(box.centreX(), box.centreY()) * width;
        double y = cut.v(box.centreX(), box.centreY()) * height;
        return new FaceBox(
                x - box.width() * scale / 2,
                y - box.height() * scale / 2,
                box.width() * scale,
                box.height() * scale,
                box.score(),
                box.eyesKnown(),
                cut.u(box.leftEyeX(), box.leftEyeY()) * width,
                cut.v(box.leftEyeX(), box.leftEyeY()) * height,
                cut.u(box.rightEyeX(), box.rightEyeY()) * width,
                cut.v(box.rightEyeX(), box.rightEyeY()) * height);
    }

    private static InsetFacts inset(InsetFacts inset, Roi cut, int width, int height, double scale) {
        double x = inset.x() + inset.width() / 2;
        double y = inset.y() + inset.height() / 2;
        return new InsetFacts(
                cut.u(x, y) * width - inset.width() * scale / 2,
                cut.v(x, y) * height - inset.height() * scale / 2,
                inset.width() * scale,
                inset.height() * scale);
    }

    private static GeometryFacts head(GeometryFacts head, Roi cut, int width, int height, double scale) {
        double y = cut.v(head.eyesX(), head.eyesY()) * height;
        Double hairTop = head.hairTop();
        return new GeometryFacts(
                cut.u(head.eyesX(), head.eyesY()) * width,
                y,
                head.eyeDistance() * scale,
                head.faceWidth() * scale,
                y + (head.chinY() - head.eyesY()) * scale,
                hairTop == null ? null : (Double) (y + (hairTop - head.eyesY()) * scale),
                y + (head.skullTop() - head.eyesY()) * scale);
    }
}
