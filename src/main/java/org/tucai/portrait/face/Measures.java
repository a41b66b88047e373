package org.tucai.portrait.face;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.jspecify.annotations.Nullable;

/** Measures everything that is measured on the view of one face. */
final class Measures {
    /** Skull top above the eyes in eye distances: the median of 102 measured adults (DOMAIN §2). */
    private static final double SKULL = 1.88;

    /** Cheeks lie a little outside the mesh's outline: median cheek width 2.21, median of the outline 2.12. */
    private static final double CHEEKS = 2.21 / 2.12;

    /** Between columns in which the top of the hair is looked for, eye distances. */
    private static final double COLUMN = 0.05;

    /** Hair that stands up no wider than this is a tuft, eye distances. */
    private static final double TUFT = 1.0 / 3;

    /** Mesh points on the cheeks, below the eye on the left of the picture and below the other. */
    private static final int BELOW_LEFT = 50;

    private static final int BELOW_RIGHT = 280;

    /** Half the side of a patch of cheek, pixels of the standard view. */
    private static final double SKIN_PATCH = 6;

    /** The pupil is seen from this opening on, share of the distance from the eyes to the chin. */
    private static final double PUPIL_SEEN = 0.03;

    /** Below this level of any channel, 0..255, ratios of skin colours are noise. */
    private static final double DARKEST = 8;

    private Measures() {}

    /** @param blocks as {@link Perception#blocks} measures them, NaN where unknown */
    static Facts of(FaceView view, GeometryFacts head, boolean glasses, double blocks) {
        FaceShape face = view.face();
        ViewMap map = new ViewMap(view);
        Grey grey = Grey.of(view.view());
        LightFacts skin = SkinLight.of(map);
        return Facts.of(
                head,
                eyes(view),
                mouth(face),
                background(view, head, map, skin),
                skin,
                HairCover.of(map),
                Cover.of(map),
                Clothes.of(map),
                glasses ? Lenses.of(view, map) : null,
                Detail.of(grey, EyeRegion.of(view.picture(), view.viewRoi(), grey), map, blocks),
                Origin.of(view.picture(), grey, head, view.hair()));
    }

    private static @Nullable BackgroundFacts background(
            FaceView view, GeometryFacts head, ViewMap map, @Nullable LightFacts skin) {
        BackgroundFacts wall = Backdrop.of(view.picture(), head, view.person());
        boolean hueTells = skin == null || skin.chroma() >= CastShadow.COLOURLESS;
        return wall == null || !hueTells ? wall : wall.withShadow(CastShadow.of(map, wall));
    }

    static GeometryFacts geometry(FaceShape face, Mask person) {
        double unit = face.eyeDistance();
        return new GeometryFacts(
                face.eyesX(),
                face.eyesY(),
                unit,
                face.cheekWidth() * CHEEKS,
                face.y(152),
                hairTop(face, person),
                face.eyesY() - SKULL * unit);
    }

    /** Geometry from the eyes alone, by the median ratios of adults. */
    static GeometryFacts fromEyes(double leftX, double leftY, double rightX, double rightY) {
        double unit = Math.hypot(rightX - leftX, rightY - leftY);
        double x = (leftX + rightX) / 2;
        double y = (leftY + rightY) / 2;
        return new GeometryFacts(x, y, unit, 2.21 * unit, y + 1.73 * unit, null, y - SKULL * unit);
    }

    /**
     * The top of the hair over the width of the face: the highest row that it reaches over at least a third of an eye distance, so that a
     * tuft or a few hairs standing up do not count.
     */
    private static double hairTop(FaceShape face, Mask person) {
        double unit = face.eyeDistance();
        double step = unit / 40;
        Stats tops = new Stats();
        for (double across = -0.9; across <= 0.9; across += COLUMN) {
            double x = face.eyesX() + across * unit;
            double y = face.eyesY() - 0.8 * unit;
            while (y > 0 && person.at(x, y) > 0.5) {
                y -= step;
            }
            tops.add(y);
        }
        return Math.max(0, tops.quantile(TUFT / COLUMN / tops.count()));
    }

    private static EyeFacts eyes(FaceView view) {
        FaceShape face = view.face();
        EyeShape left = face.left();
        EyeShape right = face.right();
        double unit = face.eyesToChin();
        return new EyeFacts(
                left.opening() / unit,
                right.opening() / unit,
                (left.irisAcross() - right.irisAcross()) / 2,
                (left.irisBelow(true) + right.irisBelow(false)) / 2,
                redder(redness(view, left, BELOW_LEFT), redness(view, right, BELOW_RIGHT)));
    }

    /** Of two eyes the redder one that is seen. */
    private static double redder(double left, double right) {
        return Double.isNaN(left) ? right : Double.isNaN(right) ? left : Math.max(left, right);
    }

    /**
     * How much redder than green and blue the inner half of the iris is, relative to the skin below the eye: brown eyes under a warm lamp
     * look as red as red eyes in daylight, but no redder than the skin around them.
     */
    private static double redness(FaceView view, EyeShape eye, int below) {
        FaceShape face = view.face();
        if (eye.opening() < PUPIL_SEEN * face.eyesToChin()) {
            return Double.NaN;
        }
        double radius = Math.max(2, eye.irisRadius() / face.eyeDistance() * FaceView.EYES * 0.45);
        Scalar pupil = mean(view, view.viewX(eye.irisX(), eye.irisY()), view.viewY(eye.irisX(), eye.irisY()), radius);
        Scalar skin = mean(
                view, view.viewX(face.x(below), face.y(below)), view.viewY(face.x(below), face.y(below)), SKIN_PATCH);
        if (pupil == null || skin == null || Math.min(skin.get(0), Math.min(skin.get(1), skin.get(2))) < DARKEST) {
            return Double.NaN;
        }
        double red = pupil.get(2) / skin.get(2);
        double other = Math.max(pupil.get(0) / skin.get(0), pupil.get(1) / skin.get(1));
        return (red - other) / Math.max(0.2, red);
    }

    /** The mean colour of a square of the standard view, null where it reaches out of it. */
    private static @Nullable Scalar mean(FaceView view, double x, double y, double radius) {
        int r = (int) radius;
        Rect square = new Rect((int) x - r, (int) y - r, 2 * r + 1, 2 * r + 1);
        boolean inside = square.x() >= 0
                && square.y() >= 0
                && square.x() + square.width() <= FaceView.WIDTH
                && square.y() + square.height() <= FaceView.HEIGHT;
        return inside ? opencv_core.mean(new Mat(view.view(), square)) : null;
    }

    private static MouthFacts mouth(FaceShape face) {
        double unit = face.eyesToChin();
        int[] upper = {82, 13, 312, 81, 311};
        int[] lower = {87, 14, 317, 178, 402};
        double gap = 0;
        for (int i = 0; i < upper.length; i++) {
            gap += face.distance(upper[i], lower[i]) / upper.length;
        }
        double middle = (face.y(13) + face.y(14)) / 2;
        double corners = (face.y(61) + face.y(291)) / 2;
        return new MouthFacts(gap / unit, face.distance(61, 291) / unit, (middle - corners) / unit);
    }
}
