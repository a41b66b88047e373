package org.tucai.portrait.face;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at first sight: where faces are and what the networks traced, before anything is measured. Plain
 * numbers, so it can be carried over to a cut of the same picture.
 *
 * @param head null when no face was found
 * @param face null without landmarks
 * @param glasses above 0: glasses are worn; null without the network
 * @param traits inner maps of the networks; null without them
 * @param inset null when the picture holds no picture
 * @param turned null when the picture stands upright; else nothing but the faces was looked at
 */
public record Sighting(
        FrameFacts frame,
        @Nullable GeometryFacts head,
        @Nullable FaceShape face,
        @Nullable Pose pose,
        @Nullable Mask person,
        @Nullable Mask hair,
        @Nullable Double glasses,
        @Nullable Traits traits,
        @Nullable InsetFacts inset,
        @Nullable TurnedFacts turned) {

    /** Nothing seen but perhaps faces. */
    static Sighting of(FrameFacts frame, @Nullable TurnedFacts turned) {
        return new Sighting(frame, null, null, null, null, null, null, null, null, turned);
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
        Pose posed =
                pose == null ? null : new Pose(pose.yaw(), pose.pitch(), pose.roll() - Math.toDegrees(cut.angle()));
        return new Sighting(
                new FrameFacts(width, height, boxes),
                head == null ? null : head(head, cut, width, height, scale),
                face == null ? null : face(face, cut, width, height, scale),
                posed,
                person == null ? null : mask(person, cut, width, height, scale),
                hair == null ? null : mask(hair, cut, width, height, scale),
                glasses,
                traits,
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

    private static FaceShape face(FaceShape face, Roi cut, int width, int height, double scale) {
        float[] points = face.points().clone();
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            points[3 * i] = (float) (cut.u(face.x(i), face.y(i)) * width);
            points[3 * i + 1] = (float) (cut.v(face.x(i), face.y(i)) * height);
            points[3 * i + 2] = (float) (face.z(i) * scale);
        }
        return new FaceShape(
                points,
                face.certainty(),
                new EyeShape(
                        pairs(face.left().contour(), cut, width, height),
                        pairs(face.left().iris(), cut, width, height)),
                new EyeShape(
                        pairs(face.right().contour(), cut, width, height),
                        pairs(face.right().iris(), cut, width, height)));
    }

    private static float[] pairs(float[] from, Roi cut, int width, int height) {
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i += 2) {
            to[i] = (float) (cut.u(from[i], from[i + 1]) * width);
            to[i + 1] = (float) (cut.v(from[i], from[i + 1]) * height);
        }
        return to;
    }

    private static Mask mask(Mask mask, Roi cut, int width, int height, double scale) {
        Roi roi = mask.roi();
        Roi moved = new Roi(
                cut.u(roi.cx(), roi.cy()) * width,
                cut.v(roi.cx(), roi.cy()) * height,
                roi.width() * scale,
                roi.height() * scale,
                roi.angle() - cut.angle());
        return new Mask(moved, mask.side(), mask.sure());
    }
}
