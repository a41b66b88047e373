package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;

import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * What the reduced mode measures when it knows only where the eyes are: background, light and sharpness. The person is
 * taken for a template of head and shoulders; what needs landmarks or masks is left unknown (NaN).
 */
final class CoarseMeasures {
    private static final int MASK = 128;
    /** A colour this far from the background's is no background, L*a*b* units. */
    private static final double APART = 9;
    /** What is this much darker or lighter than the background beside the head may be hair, L*. */
    private static final double NO_WALL = 45;
    /** On a wall whose lightness deviates more than this from a smooth surface, loose hair included, the hair has no visible edge, L*. */
    private static final double PATTERNED = 9;

    /** Columns, 16 per eye distance: of the strip above the face, of the wall at either end of it, and of the middle searched for hair. */
    private static final int STRIP = 72;

    private static final int WALL = 6;
    private static final int HAIR = 16;
    private static final int ROWS = 96;
    /** Where the skull's top lies in the strip: 1.88 eye distances above the eyes. */
    private static final double SKULL_ROW = (2.8 - 1.88) / 2.4;

    private final Mat picture;
    private final GeometryFacts head;

    CoarseMeasures(Mat picture, GeometryFacts head) {
        this.picture = picture;
        this.head = head;
    }

    Facts measure(double blocks) {
        BackgroundFacts background = Backdrop.of(picture, head, template());
        Roi standardView = standardView();
        Mat view = standardView.cut(picture, FaceView.WIDTH, FaceView.HEIGHT, BORDER_REPLICATE);
        Grey grey = Grey.of(view);
        Grey eyes = EyeRegion.of(picture, standardView, grey);
        DetailFacts detail =
                new DetailFacts(Detail.blur(eyes), Detail.fine(eyes), Shake.of(eyes), Double.NaN, blocks, Double.NaN);
        return Facts.of(
                head.withHairTop(background == null ? null : hairTop(background)),
                background,
                detail,
                light(Lab.of(view)),
                Origin.of(picture, grey, head, null));
    }

    /**
     * The top of the hair, so that a cut leaves room for it. Null when unknown, or when the wall shows between it and the skull: that is a
     * picture or a lamp above the head, which a cut may leave out.
     */
    @Nullable
    Double hairOverTheSkull() {
        BackgroundFacts background = Backdrop.of(picture, head, template());
        boolean[] covered = background == null ? null : covered(background);
        if (covered == null) {
            return null;
        }
        int top = top(covered);
        for (int row = Math.max(0, top); row < (int) (SKULL_ROW * ROWS); row++) {
            if (!covered[row]) {
                return null;
            }
        }
        return y(top);
    }

    private Roi standardView() {
        double unit = head.eyeDistance();
        return new Roi(head.eyesX(), head.eyesY() + unit * 32 / 120, 4 * unit, unit * 16 / 3, 0);
    }

    /** Head and shoulders with room for hair. */
    private Mask template() {
        float[] sure = new float[MASK * MASK];
        for (int row = 0; row < MASK; row++) {
            for (int column = 0; column < MASK; column++) {
                double x = ((column + 0.5) / MASK * picture.cols() - head.eyesX()) / head.eyeDistance();
                double y = ((row + 0.5) / MASK * picture.rows() - head.eyesY()) / head.eyeDistance();
                boolean inHead = x * x / (1.55 * 1.55) + (y + 0.1) * (y + 0.1) / (2.3 * 2.3) < 1;
                boolean inBody = y > 1.4 && Math.abs(x) < 1.2 + 2.2 * (y - 1.4);
                sure[row * MASK + column] = inHead || inBody ? 1 : 0;
            }
        }
        return new Mask(Roi.whole(picture.cols(), picture.rows()), MASK, sure);
    }

    /**
     * The highest row above the face that has neither the background's colour nor that of the wall on either side, which may be shaded or
     * of two colours. Null when every row differs, or when a patterned wall would be taken for hair.
     */
    private @Nullable Double hairTop(BackgroundFacts background) {
        boolean[] covered = covered(background);
        return covered == null ? null : y(top(covered));
    }

    /** The first row in which something covers the wall, -1 for none. */
    private static int top(boolean[] covered) {
        for (int row = 0; row < covered.length; row++) {
            if (covered[row]) {
                return row;
            }
        }
        return -1;
    }

    /** Where a row lies in the picture; null for none and for the first one, above which nothing was searched. */
    private @Nullable Double y(int row) {
        double y = strip().y(0.5, (double) row / ROWS);
        return row < 0 || (row == 0 && y > 0) ? null : (Double) Math.max(0, y);
    }

    /** Over the face, from 2.8 eye distances above the eyes. */
    private Roi strip() {
        double unit = head.eyeDistance();
        return new Roi(head.eyesX(), head.eyesY() - 1.6 * unit, unit * STRIP / HAIR, 2.4 * unit, 0);
    }

    /** In which rows of the strip something covers the wall; null when the wall is patterned. */
    private boolean @Nullable [] covered(BackgroundFacts background) {
        if (background.all().texture() > PATTERNED) {
            return null;
        }
        Lab lab = Lab.of(strip().cut(picture, STRIP, ROWS, BORDER_REPLICATE));
        double[] usual = {background.l(), background.a(), background.b()};
        boolean[] covered = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double[] left = wall(lab, row, 0, usual);
            double[] right = wall(lab, row, STRIP - WALL, usual);
            double[] between = {(left[0] + right[0]) / 2, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2};
            int apart = 0;
            for (int column = (STRIP - HAIR) / 2; column < (STRIP + HAIR) / 2; column++) {
                int i = row * STRIP + column;
                double nearest = Math.min(
                        Math.min(lab.distance(i, usual), lab.distance(i, between)),
                        Math.min(lab.distance(i, left), lab.distance(i, right)));
                apart += nearest > APART ? 1 : 0;
            }
            covered[row] = apart >= 4;
        }
        return covered;
    }

    /** The mean colour of a row beside the head, L*a*b*; the background's own where that is too different to be wall. */
    private static double[] wall(Lab lab, int row, int from, double[] usual) {
        double[] mean = new double[3];
        for (int i = row * STRIP + from; i < row * STRIP + from + WALL; i++) {
            mean[0] += lab.l()[i] / WALL;
            mean[1] += lab.a()[i] / WALL;
            mean[2] += lab.b()[i] / WALL;
        }
        return Math.abs(mean[0] - usual[0]) > NO_WALL ? usual : mean;
    }

    /** Both halves of the face compared, and the lightness of its middle. */
    private static LightFacts light(Lab view) {
        Stats left = new Stats();
        Stats right = new Stats();
        Stats face = new Stats();
        Stats all = new Stats();
        double a = 0;
        double b = 0;
        for (int i = 0; i < view.l().length; i++) {
            double x = (i % view.width() - FaceView.WIDTH / 2.0) / FaceView.EYES;
            double y = (Math.floorDiv(i, view.width()) - 288.0) / FaceView.EYES;
            all.add(view.l()[i]);
            if (Math.abs(x) < 0.85 && y > 0.3 && y < 0.95) {
                face.add(view.l()[i]);
                a += view.a()[i];
                b += view.b()[i];
                if (Math.abs(x) > 0.35) {
                    (x < 0 ? left : right).add(view.l()[i]);
                }
            }
        }
        double side = Math.abs(Math.log(Lab.luminance(left.median()) + 0.004)
                        - Math.log(Lab.luminance(right.median()) + 0.004))
                / Math.log(2);
        return new LightFacts(
                side,
                side,
                Double.NaN,
                Double.NaN,
                face.median(),
                face.quantile(0.95) - face.quantile(0.05),
                face.shareAbove(97.5),
                0,
                face.shareAbove(99.2),
                all.quantile(0.98),
                all.quantile(0.02),
                Double.NaN,
                Math.toDegrees(Math.atan2(b, a)),
                Math.hypot(a, b) / face.count());
    }
}
