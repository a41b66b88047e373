package org.tucai.portrait.crop;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.PictureShape;
import org.tucai.portrait.Profile;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.Roi;

/**
 * Places the finished frame: as close as possible to the profile's eye distance and eye line, moved only as far as the
 * limits of crown, eyes, face width and centre allow, wholly inside the picture. It turns the picture by no more than the
 * profile's limit, never mirrors, and refuses rather than inventing pixels.
 */
public final class CropPlanner {
    /** Kept away from every limit, pixels of the finished frame, so that rounding cannot break a rule. */
    private static final double SAFE = 4;

    /** The most that detail may be enlarged: the least eye distance of the source over that of the frame. */
    private static final double LEAST_SOURCE = 0.8;

    /** A frame that exceeds the picture by no more than this counts as inside, pixels of the picture. */
    private static final double ROUNDING = 0.5;

    /** The picture is not turned for eyes that are this level, degrees. */
    private static final double LEVEL = 1;

    private final Profile profile;
    private final PictureShape shape;
    private final Limits faceWidth;
    private final Limits crown;
    private final Limits eyes;

    /** Eye distances that are tried, pixels of the finished frame, the profile's own first. */
    private final double[] units;

    public CropPlanner(Profile profile) {
        this.profile = profile;
        this.shape = profile.shape();
        this.faceWidth = Limits.of(profile, "face-width");
        this.crown = Limits.of(profile, "crown-position");
        this.eyes = Limits.of(profile, "eye-position");
        double wanted = shape.eyeDistance();
        this.units = DoubleStream.iterate(wanted * 0.75, unit -> unit <= wanted * 1.15, unit -> unit + 0.5)
                .boxed()
                .sorted(Comparator.comparingDouble(unit -> Math.abs(unit - wanted)))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** What a rule of the profile allows, less {@link #SAFE} at both ends; pixels of the finished frame. */
    private record Limits(double least, double most) {
        static Limits of(Profile profile, String rule) {
            Double min = profile.min(rule);
            Double max = profile.max(rule);
            return new Limits(
                    min == null ? Double.NEGATIVE_INFINITY : min + SAFE,
                    max == null ? Double.POSITIVE_INFINITY : max - SAFE);
        }

        boolean hold(double value) {
            return value >= least && value <= most;
        }

        double beyond(double value) {
            return Math.max(0, Math.max(least - value, value - most));
        }
    }

    /**
     * Plans the cut.
     *
     * @param head in pixels of the picture
     * @param roll of the eyes, degrees
     * @param detail how many pixels of the file one pixel of the picture has (above 1 when it was reduced)
     */
    public CropPlan plan(GeometryFacts head, double roll, int width, int height, double detail) {
        double angle = Math.abs(roll) < LEVEL ? 0 : Math.clamp(roll, -shape.maxRotation(), shape.maxRotation());
        double source = head.eyeDistance() * detail;
        double crownAboveEyes = crownAboveEyes(head);
        Roi best = null;
        double bestCost = Double.MAX_VALUE;
        for (double unit : units) {
            double ofUnit = Math.abs(unit / shape.eyeDistance() - 1) * 4;
            if (ofUnit >= bestCost) {
                break; // those that follow are farther off
            }
            if (!faceWidth.hold(head.faceWidth() / head.eyeDistance() * unit) || source < unit * LEAST_SOURCE) {
                continue;
            }
            for (double line = shape.eyeLine() - 90; line <= shape.eyeLine() + 30; line++) {
                double cost = ofUnit
                        + Math.abs(line - shape.eyeLine()) / shape.height()
                        + 0.1 * crown.beyond(line - crownAboveEyes * unit);
                if (cost < bestCost && eyes.hold(line)) {
                    Roi cut = inside(head, angle, unit, line, width, height);
                    if (cut != null) {
                        best = cut;
                        bestCost = cost;
                    }
                }
            }
        }
        return best == null ? refuse(head, source, angle, width, height) : CropPlan.at(best);
    }

    private double crownAboveEyes(GeometryFacts head) {
        return (head.eyesY() - profile.crown(head)) / head.eyeDistance();
    }

    /** The cut with the eyes in the middle, or as far aside as the centre rule allows, if it lies inside the picture. */
    private @Nullable Roi inside(GeometryFacts head, double angle, double unit, double line, int width, int height) {
        Double most = profile.max("centred");
        double reach = most == null ? 0 : Math.max(0, most - SAFE);
        for (double aside = 0; aside <= reach; aside += 4) {
            for (int side = -1; side <= 1; side += 2) {
                Roi cut = cut(head, angle, unit, line, side * aside);
                if (missing(cut, width, height) < ROUNDING) {
                    return cut;
                }
            }
        }
        return null;
    }

    private Roi cut(GeometryFacts head, double angle, double unit, double line, double aside) {
        double scale = head.eyeDistance() / unit;
        Roi eyes = new Roi(head.eyesX(), head.eyesY(), scale, scale, Math.toRadians(angle));
        double down = shape.height() / 2.0 - line;
        return new Roi(
                eyes.x(0.5 + aside, 0.5 + down),
                eyes.y(0.5 + aside, 0.5 + down),
                shape.width() * scale,
                shape.height() * scale,
                Math.toRadians(angle));
    }

    /** How far the worst corner lies outside the picture, pixels of the picture. */
    private static double missing(Roi cut, int width, int height) {
        double worst = 0;
        for (int corner = 0; corner < 4; corner++) {
            double x = cut.x(corner & 1, corner >> 1);
            double y = cut.y(corner & 1, corner >> 1);
            worst = Math.max(worst, Math.max(Math.max(-x, x - width), Math.max(-y, y - height)));
        }
        return worst;
    }

    private CropPlan refuse(GeometryFacts head, double source, double angle, int width, int height) {
        if (source < shape.eyeDistance() * LEAST_SOURCE * 0.75) {
            return CropPlan.refused("eye-distance", shape.eyeDistance() * LEAST_SOURCE * 0.75 - source);
        }
        double unit = shape.eyeDistance();
        Roi cut = cut(head, angle, unit, shape.eyeLine(), 0);
        double scale = head.eyeDistance() / unit;
        double top = -Math.min(cut.y(0, 0), cut.y(1, 0));
        double bottom = Math.max(cut.y(0, 1), cut.y(1, 1)) - height;
        double left = -Math.min(cut.x(0, 0), cut.x(0, 1));
        double right = Math.max(cut.x(1, 0), cut.x(1, 1)) - width;
        double worst = Math.max(Math.max(top, bottom), Math.max(left, right));
        if (worst < ROUNDING) { // the wanted frame lies inside, so the reason is what it would show
            double detail = unit * LEAST_SOURCE - source;
            double tooWide = faceWidth.beyond(head.faceWidth() / scale);
            return detail > 0 ? CropPlan.refused("eye-distance", detail) : CropPlan.refused("face-width", tooWide);
        }
        if (left > 0 && right > 0) {
            return CropPlan.refused("face-width", worst / scale);
        }
        if (worst == top || worst == bottom) {
            return CropPlan.refused(worst == top ? "crown-position" : "eye-position", worst / scale);
        }
        return CropPlan.refused("centred", worst / scale, worst == left ? "on the left" : "on the right");
    }
}
