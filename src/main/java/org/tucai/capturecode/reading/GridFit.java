package org.tucai.capturecode.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tucai.capturecode.reading.GridMap.Control;
import org.tucai.capturecode.reading.Pattern.Frame;
import org.tucai.capturecode.reading.Pattern.Match;

/** From three finder patterns to likely versions, and for each to the map of its grid. */
final class GridFit {
    /** Below this correlation, as a share of what the finder patterns reach, an alignment pattern counts as not seen. */
    static final double CLEAR_ALIGNMENT = 0.82;
    /** The same for pictures that show none clearly. */
    static final double FAINT_ALIGNMENT = 0.62;
    /** How far an alignment pattern may lie from where its neighbours say, in modules. */
    private static final double REACH = 1.8;
    /** The same for versions 2 to 6, whose only one lies far from all finders. */
    private static final double FAR_REACH = 4;

    /** Weight of the edges of a finder pattern against its centre, where one is hidden and they must show the perspective. */
    private static final double EDGE_WEIGHT = 0.3;

    private final Grey grey;
    private final int sign;
    private final boolean complete;
    private final FinderFrame corner;
    private final FinderFrame right;
    private final FinderFrame below;

    GridFit(Grey grey, Triple triple) {
        this.grey = grey;
        this.sign = triple.corner().dark() ? 1 : -1;
        this.complete = triple.complete();
        double[] u = Triple.direction(triple.corner(), triple.right());
        double[] v = Triple.direction(triple.corner(), triple.below());
        corner = FinderFrame.fit(grey, triple.corner(), u, v);
        right = FinderFrame.fit(grey, triple.right(), u, v);
        below = FinderFrame.fit(grey, triple.below(), u, v);
    }

    /** The worst correlation of the finder patterns that are seen. */
    double finderScore() {
        return Math.min(corner.score(), Math.min(right.score(), below.score()));
    }

    /** Mean pixels per module. */
    double module() {
        return (corner.lengthU() + corner.lengthV() + right.lengthU() + below.lengthV()) / 4;
    }

    /** The version that the distance of the finder patterns says, as a fraction. */
    private double estimate() {
        double along =
                Math.hypot(right.x() - corner.x(), right.y() - corner.y()) / mean(corner.lengthU(), right.lengthU());
        double down =
                Math.hypot(below.x() - corner.x(), below.y() - corner.y()) / mean(corner.lengthV(), below.lengthV());
        double side = (along + down) / 2;
        if (!below.seen()) {
            side = along;
        } else if (!right.seen()) {
            side = down;
        } else if (!corner.seen()) {
            double module = (right.lengthU() + right.lengthV() + below.lengthU() + below.lengthV()) / 4;
            side = Math.hypot(right.x() - below.x(), right.y() - below.y()) / (Math.sqrt(2) * module);
        }
        return (side + 7 - 17) / 4;
    }

    private static double mean(double a, double b) {
        return (a + b) / 2;
    }

    /** Version numbers worth trying, the likeliest first. */
    List<Integer> versions() {
        double estimate = estimate();
        int nearest = Math.clamp(Math.round(estimate), 1, 40);
        int informed = informed(estimate);
        List<Integer> versions = new ArrayList<>();
        if (informed > 0) {
            versions.add(informed);
        }
        for (int version : new int[] {nearest, estimate > nearest ? nearest + 1 : nearest - 1}) {
            if (version >= 1 && version <= 40 && !versions.contains(version)) {
                versions.add(version);
            }
        }
        return versions;
    }

    /** The version the symbol names itself, by correlation with both copies; 0 when none is near the estimate. */
    private int informed(double estimate) {
        double[] values = new double[36];
        double mean = 0;
        for (int i = 0; i < 18; i++) {
            double across = i % 3 - 7;
            double down = i / 3 - 3;
            values[i] = at(right, across, down);
            values[18 + i] = at(below, down, across);
            mean += (values[i] + values[18 + i]) / 36;
        }
        if (!right.seen() || !below.seen()) {
            mean = keepSeen(values);
        }
        int best = 0;
        double bestScore = 0;
        int reach = 2 + (int) (estimate / 8);
        int last = Math.min(40, (int) Math.round(estimate) + reach);
        for (int version = Math.max(7, (int) Math.round(estimate) - reach); version <= last; version++) {
            int bits = VersionInformation.bits(version);
            double score = 0;
            for (int i = 0; i < 36; i++) {
                score += (bits >> i % 18 & 1) == 1 ? mean - values[i] : values[i] - mean;
            }
            score = sign * score;
            if (score > bestScore) {
                bestScore = score;
                best = version;
            }
        }
        return best;
    }

    /** Where one copy is hidden: the other's mean, which the hidden values are set to so that they say nothing. */
    private double keepSeen(double[] values) {
        int from = right.seen() ? 0 : 18;
        double mean = Arrays.stream(values, from, from + 18).average().orElse(0);
        Arrays.fill(values, 18 - from, 36 - from, mean);
        return mean;
    }

    private double at(FinderFrame finder, double u, double v) {
        Frame frame = finder.frame();
        return grey.at(finder.x() + u * frame.ux() + v * frame.vx(), finder.y() + u * frame.uy() + v * frame.vy());
    }

    /**
     * The control points of one version: finder patterns, and the alignment patterns that are seen.
     *
     * @param leastAlignment correlation from which on one is seen, as a share of what the finder patterns reach
     */
    List<Control> controls(SymbolLayout layout, double leastAlignment) {
        List<Control> local = new ArrayList<>();
        List<Control> controls = new ArrayList<>();
        finders(controls, local, layout.size);
        double least = leastAlignment * finderScore();
        double reach = layout.alignment.length == 2 ? FAR_REACH : REACH;
        for (int[] place : order(layout)) {
            alignment(controls, local, place[1] + 0.5, place[0] + 0.5, reach, least, layout.size);
        }
        return controls;
    }

    /** Middles and edges of the finder patterns, which show how the paper lies there. */
    List<Control> finders(SymbolLayout layout) {
        List<Control> local = new ArrayList<>();
        finders(new ArrayList<>(), local, layout.size);
        return local;
    }

    /** The same, and the alignment patterns that are clearly seen about where a map has them. */
    List<Control> seen(SymbolLayout layout, GridMap map) {
        List<Control> seen = finders(layout);
        for (int[] place : layout.alignmentPlaces()) {
            double u = place[1] + 0.5;
            double v = place[0] + 0.5;
            Match match = Pattern.ALIGNMENT.find(grey, map.x(u, v), map.y(u, v), frame(map, u, v), sign, REACH);
            if (match.score() >= CLEAR_ALIGNMENT * finderScore()) {
                seen.add(new Control(u, v, match.x(), match.y(), 1));
            }
        }
        return seen;
    }

    private void finders(List<Control> controls, List<Control> local, int size) {
        finder(controls, local, corner, 3.5, 3.5);
        finder(controls, local, right, size - 3.5, 3.5);
        finder(controls, local, below, 3.5, size - 3.5);
    }

    /** From the corner outwards, or outwards from the finder patterns that are seen. */
    private List<int[]> order(SymbolLayout layout) {
        List<int[]> places = layout.alignmentPlaces();
        if (!complete) {
            places.sort(Comparator.comparingDouble(place -> fromSeen(place, layout.size - 7)));
        }
        return places;
    }

    private double fromSeen(int[] place, int far) {
        double toCorner = corner.seen() ? Math.hypot(place[0] - 3, place[1] - 3) : Double.MAX_VALUE;
        double toRight = right.seen() ? Math.hypot(place[0] - 3, place[1] - far - 3) : Double.MAX_VALUE;
        double toBelow = below.seen() ? Math.hypot(place[0] - far - 3, place[1] - 3) : Double.MAX_VALUE;
        return Math.min(toCorner, Math.min(toRight, toBelow));
    }

    private void finder(List<Control> controls, List<Control> local, FinderFrame finder, double u, double v) {
        if (!finder.seen()) {
            return;
        }
        Frame f = finder.frame();
        controls.add(new Control(u, v, finder.x(), finder.y(), 1));
        for (int k = -3; k <= 3; k += 3) {
            local.add(new Control(u + k, v, finder.x() + k * f.ux(), finder.y() + k * f.uy(), 1));
            if (k != 0) {
                local.add(new Control(u, v + k, finder.x() + k * f.vx(), finder.y() + k * f.vy(), 1));
            }
        }
        for (Control edge : complete ? List.<Control>of() : local.subList(local.size() - 5, local.size())) {
            controls.add(new Control(edge.u(), edge.v(), edge.x(), edge.y(), EDGE_WEIGHT));
        }
    }

    /** Looks where the neighbours say and, when it is not there, where the perspective of all says. */
    private void alignment(
            List<Control> controls, List<Control> local, double u, double v, double reach, double least, int size) {
        double[] x = new double[3];
        double[] y = new double[3];
        if (!affine(local, u, v, x, y)) {
            return;
        }
        Frame frame = new Frame(x[0], y[0], x[1], y[1]);
        Match match = Pattern.ALIGNMENT.find(grey, x[2], y[2], frame, sign, reach);
        if (match.score() < least) {
            GridMap map = GridMap.fit(local, size);
            match = Pattern.ALIGNMENT.find(grey, map.x(u, v), map.y(u, v), frame(map, u, v), sign, reach);
        }
        if (match.score() >= least) {
            controls.add(new Control(u, v, match.x(), match.y(), 1));
            local.add(new Control(u, v, match.x(), match.y(), 3));
        }
    }

    private static Frame frame(GridMap map, double u, double v) {
        double x = map.x(u - 0.5, v - 0.5);
        double y = map.y(u - 0.5, v - 0.5);
        return new Frame(
                map.x(u + 0.5, v - 0.5) - x,
                map.y(u + 0.5, v - 0.5) - y,
                map.x(u - 0.5, v + 0.5) - x,
                map.y(u - 0.5, v + 0.5) - y);
    }

    /** Value and slopes at (u, v) of the affine map that fits the controls, nearer ones counting more. */
    private static boolean affine(List<Control> local, double u, double v, double[] x, double[] y) {
        LeastSquares forX = new LeastSquares(3);
        LeastSquares forY = new LeastSquares(3);
        double[] row = new double[3];
        for (Control control : local) {
            row[0] = control.u() - u;
            row[1] = control.v() - v;
            row[2] = 1;
            double weight = control.weight() / (row[0] * row[0] + row[1] * row[1] + 16);
            forX.add(row, control.x(), weight);
            forY.add(row, control.y(), weight);
        }
        double[] solvedX = forX.solve();
        double[] solvedY = forY.solve();
        if (solvedX.length == 0 || solvedY.length == 0) {
            return false;
        }
        System.arraycopy(solvedX, 0, x, 0, 3);
        System.arraycopy(solvedY, 0, y, 0, 3);
        return true;
    }
}
