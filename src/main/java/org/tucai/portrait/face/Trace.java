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
    Trace in(CutFrame cut) {
        return new Trace(
                in(cut, face),
                new Pose(
                        pose.yaw(),
                        pose.pitch(),
                        pose.roll() - Math.toDegrees(cut.cut().angle())),
                in(cut, person),
                in(cut, hair),
                glasses,
                traits);
    }

    private static FaceShape in(CutFrame cut, FaceShape face) {
        float[] points = face.points().clone();
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            points[3 * i] = (float) cut.x(face.x(i), face.y(i));
            points[3 * i + 1] = (float) cut.y(face.x(i), face.y(i));
            points[3 * i + 2] = (float) (face.z(i) * cut.scale());
        }
        return new FaceShape(points, face.certainty(), in(cut, face.left()), in(cut, face.right()));
    }

    private static EyeShape in(CutFrame cut, EyeShape eye) {
        return new EyeShape(in(cut, eye.contour()), in(cut, eye.iris()));
    }

    /** Points as x, y pairs. */
    private static float[] in(CutFrame cut, float[] pairs) {
        float[] moved = new float[pairs.length];
        for (int i = 0; i < pairs.length; i += 2) {
            moved[i] = (float) cut.x(pairs[i], pairs[i + 1]);
            moved[i + 1] = (float) cut.y(pairs[i], pairs[i + 1]);
        }
        return moved;
    }

    private static Mask in(CutFrame cut, Mask mask) {
        Roi roi = mask.roi();
        Roi moved = new Roi(
                cut.x(roi.cx(), roi.cy()),
                cut.y(roi.cx(), roi.cy()),
                roi.width() * cut.scale(),
                roi.height() * cut.scale(),
                roi.angle() - cut.cut().angle());
        return new Mask(moved, mask.side(), mask.sure());
    }
}
