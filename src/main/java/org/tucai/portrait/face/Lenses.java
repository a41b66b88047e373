package org.tucai.portrait.face;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures what is seen through and around the lenses of someone with glasses, on the half-size standard view. */
final class Lenses {
    /** Mesh points on both cheeks. */
    private static final int[] CHEEKS = {50, 280};

    private final ViewMap map;
    private final FaceView view;

    private Lenses(FaceView view, ViewMap map) {
        this.view = view;
        this.map = map;
    }

    static @Nullable LensFacts of(FaceView view, ViewMap map) {
        return new Lenses(view, map).measure();
    }

    private @Nullable LensFacts measure() {
        double[] cheek = cheeks();
        double[] under = underTheEyes();
        if (cheek.length == 0 || under.length == 0) {
            return null;
        }
        return new LensFacts(
                cheek[0] - under[0],
                Math.hypot(cheek[1] - under[1], cheek[2] - under[2]),
                Math.max(glare(view.face().left(), cheek), glare(view.face().right(), cheek)),
                Math.max(crossed(view.face().left()), crossed(view.face().right())));
    }

    private double[] cheeks() {
        LabStats skin = new LabStats();
        for (int cheek : CHEEKS) {
            collect(map.x(cheek), map.y(cheek), 4, skin);
        }
        return median(skin);
    }

    private double[] underTheEyes() {
        LabStats skin = new LabStats();
        for (EyeShape eye : List.of(view.face().left(), view.face().right())) {
            double x = view.viewX(eye.irisX(), eye.irisY()) / 2;
            double y = view.viewY(eye.irisX(), eye.irisY()) / 2;
            collect(x, y + 0.17 * ViewMap.EYES, 3, skin);
        }
        return median(skin);
    }

    private void collect(double x, double y, int radius, LabStats colours) {
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int i = map.index(x + dx, y + dy);
                if (i >= 0) {
                    colours.add(map.lab, i);
                }
            }
        }
    }

    /** Empty when too few points are seen. */
    private static double[] median(LabStats colours) {
        return colours.count() < 10 ? new double[0] : colours.median();
    }

    /** Bright pale points in the ellipse of the lens. */
    private double glare(EyeShape eye, double[] cheek) {
        double x = view.viewX(eye.irisX(), eye.irisY()) / 2;
        double y = view.viewY(eye.irisX(), eye.irisY()) / 2;
        double chroma = Math.hypot(cheek[1], cheek[2]);
        double limit = Math.min(96, cheek[0] + 12);
        int bright = 0;
        int all = 0;
        for (double dy = -0.28; dy <= 0.3; dy += 1.0 / ViewMap.EYES) {
            for (double dx = -0.4; dx <= 0.4; dx += 1.0 / ViewMap.EYES) {
                int i = map.index(x + dx * ViewMap.EYES, y + dy * ViewMap.EYES);
                if (i >= 0 && dx * dx / 0.16 + dy * dy / 0.085 < 1) {
                    all++;
                    double c = Math.hypot(map.lab.a()[i], map.lab.b()[i]);
                    bright += map.lab.l()[i] > limit && c < chroma * 0.6 ? 1 : 0;
                }
            }
        }
        return all == 0 ? Double.NaN : (double) bright / all;
    }

    /** Share of the columns between the corners where a clear horizontal line lies inside the opening of the eye. */
    private double crossed(EyeShape eye) {
        double x0 = view.viewX(eye.contour()[0], eye.contour()[1]) / 2;
        double x1 = view.viewX(eye.contour()[16], eye.contour()[17]) / 2;
        double y = view.viewY(eye.irisX(), eye.irisY()) / 2;
        double half = eye.opening() / view.face().eyeDistance() * ViewMap.EYES / 2;
        int crossed = 0;
        int columns = 0;
        for (double x = Math.min(x0, x1) + 2; x < Math.max(x0, x1) - 2; x++) {
            double strongest = 0;
            for (double dy = 0.2 * half; dy <= half + 2; dy++) {
                int above = map.index(x, y + dy - 1.5);
                int below = map.index(x, y + dy + 1.5);
                int here = map.index(x, y + dy);
                if (above >= 0 && below >= 0 && here >= 0) {
                    double outer = (map.lab.l()[above] + map.lab.l()[below]) / 2;
                    strongest = Math.max(strongest, Math.abs(outer - map.lab.l()[here]));
                }
            }
            columns++;
            crossed += strongest > 7 ? 1 : 0;
        }
        return columns == 0 ? Double.NaN : (double) crossed / columns;
    }
}
