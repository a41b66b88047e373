package org.tucai.portrait.face;

/**
 * What the networks traced of one face.
 *
 * @param person everything that belongs to a person
 * @param hair over the head
 * @param glasses above 0: glasses are worn
 * @param traits inner maps of the networks
 */
public record Trace(FaceShape face, Pose pose, Mask person, Mask hair, double glasses, Traits traits) {

    /** The same as seen in a cut of the picture, like {@link Sighting#in}. */
    Trace in(Roi cut, int width, int height) {
        double scale = width / cut.width();
        return new Trace(
                face(face, cut, width, height, scale),
                new Pose(pose.yaw(), pose.pitch(), pose.roll() - Math.toDegrees(cut.angle())),
                mask(person, cut, width, height, scale),
                mask(hair, cut, width, height, scale),
                glasses,
                traits);
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
