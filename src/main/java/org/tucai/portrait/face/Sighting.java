package org.tucai.portrait.face;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known before anything is measured: where faces are and what was traced of the largest. Plain numbers, so it can be carried over
 * to a cut of the same picture.
 *
 * @param head null when no face was found
 * @param trace null when no face was found and in reduced mode
 * @param inset null when the picture holds no picture
 * @param turned null when the picture is upright; otherwise only the faces were searched
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
        CutFrame cutFrame = new CutFrame(cut, width, height);
        List<FaceBox> boxes = new ArrayList<>();
        for (FaceBox box : frame.faces()) {
            FaceBox moved = in(cutFrame, box);
            if (moved.centreX() > 0 && moved.centreY() > 0 && moved.centreX() < width && moved.centreY() < height) {
                boxes.add(moved);
            }
        }
        return new Sighting(
                new FrameFacts(width, height, boxes),
                head == null ? null : in(cutFrame, head),
                trace == null ? null : trace.in(cutFrame),
                inset == null ? null : in(cutFrame, inset),
                turned);
    }

    private static FaceBox in(CutFrame cut, FaceBox box) {
        double x = cut.x(box.centreX(), box.centreY());
        double y = cut.y(box.centreX(), box.centreY());
        double scale = cut.scale();
        return new FaceBox(
                x - box.width() * scale / 2,
                y - box.height() * scale / 2,
                box.width() * scale,
                box.height() * scale,
                box.score(),
                box.eyesKnown(),
                cut.x(box.leftEyeX(), box.leftEyeY()),
                cut.y(box.leftEyeX(), box.leftEyeY()),
                cut.x(box.rightEyeX(), box.rightEyeY()),
                cut.y(box.rightEyeX(), box.rightEyeY()));
    }

    private static InsetFacts in(CutFrame cut, InsetFacts inset) {
        double x = inset.x() + inset.width() / 2;
        double y = inset.y() + inset.height() / 2;
        double scale = cut.scale();
        return new InsetFacts(
                cut.x(x, y) - inset.width() * scale / 2,
                cut.y(x, y) - inset.height() * scale / 2,
                inset.width() * scale,
                inset.height() * scale);
    }

    private static GeometryFacts in(CutFrame cut, GeometryFacts head) {
        double y = cut.y(head.eyesX(), head.eyesY());
        double scale = cut.scale();
        Double hairTop = head.hairTop();
        return new GeometryFacts(
                cut.x(head.eyesX(), head.eyesY()),
                y,
                head.eyeDistance() * scale,
                head.faceWidth() * scale,
                y + (head.chinY() - head.eyesY()) * scale,
                hairTop == null ? null : (Double) (y + (hairTop - head.eyesY()) * scale),
                y + (head.skullTop() - head.eyesY()) * scale);
    }
}
