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

    private Measures() {}

    /** @param blocks as {@link Perception#blocks} measures them, NaN where unknown */
    static Facts of(FaceView view, GeometryFacts head, boolean glasses, double blocks) {
        FaceShape face = view.face();
        ViewMap map = new ViewMap(view);
        Grey grey = Grey.of(view.view());
        Mask person = view.person();
        return Facts.of(
                head,
                eyes(view),
                mouth(face),
                person == null ? null : background(view, head, person, map),
                SkinLight.of(map),
                HairCover.of(map),
                Clothes.of(map),
                glasses ? Lenses.of(view, map) : null,
                Detail.of(view, grey, map, blocks),
                Origin.of(view.picture(), grey, head, view.hair()));
    }

    private static @Nullable BackgroundFacts background(FaceView view, GeometryFacts head, Mask person, ViewMap map) {
        BackgroundFacts wall = Backdrop.of(view.picture(), head, person);
        return wall == null || view.hair() == null ? wall : wall.withShadow(CastShadow.of(map, wall));
    }

    static GeometryFacts geometry(FaceShape face, @Nullable Mask person) {
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
    static GeometryFacts fromEyes(double leftX, double leftY, double rightX, double rightY, @Nullable Double hairTop) {
        double unit = Math.hypot(rightX - leftX, rightY - leftY);
        double x = (leftX + rightX) / 2;
        double y = (leftY + rightY) / 2;
        return new GeometryFacts(x, y, unit, 2.21 * unit, y + 1.73 * unit, hairTop, y - SKULL * unit);
    }

    /**
     * The top of the hair over the face's width: the highest row that it reaches on at least a third of an eye distance, so that a
     * tuft or a few hairs that stand up are not taken for the head's top.
     */
    private static @Nullable Double hairTop(FaceShape face, @Nullable Mask person) {
        if (person == null) {
            return null;
        }
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
                Math.max(redness(view, left), redness(view, right)));
    }

    /** How much redder the inner half of the iris is than it is green and blue; a red eye is above 0.3. */
    private static double redness(FaceView view, EyeShape eye) {
        double radius = Math.max(2, eye.irisRadius() / view.face().eyeDistance() * FaceView.EYES * 0.45);
        int x = (int) view.viewX(eye.irisX(), eye.irisY());
        int y = (int) view.viewY(eye.irisX(), eye.irisY());
        int r = (int) radius;
        if (x - r < 0 || y - r < 0 || x + r >= FaceView.WIDTH || y + r >= FaceView.HEIGHT) {
            return Double.NaN;
        }
        Scalar mean = opencv_core.mean(new Mat(view.view(), new Rect(x - r, y - r, 2 * r + 1, 2 * r + 1)));
        double red = mean.get(2);
        return (red - Math.max(mean.get(0), mean.get(1))) / Math.max(40, red);
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
        return new MouthFacts(gap / unit, face.distance(61, 291) / unit, (middle - corners) / unit, 0);
    }
}
