package org.tucai.capturecode.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for finder patterns, dark on light and light on dark in one pass: runs of 1:1:3:1:1 along rows, checked along the column, the row and
 * a diagonal. Run ends are interpolated between pixels, so that modules of two pixels keep their proportions.
 */
final class FinderSearch {
    private static final int MAX_FINDERS = 60;
    /** Smallest module width in pixels whose runs are still told apart. */
    private static final double MIN_MODULE = 1.2;

    private final byte[] difference;
    private final int width;
    private final int height;
    private final int noise;
    private final Deadline deadline;
    private final List<Finder> found = new ArrayList<>();
    private final double[] ends = new double[6];

    /**
     * @param difference brightness minus local mean
     * @param noise differences up to this much do not end a run
     */
    FinderSearch(byte[] difference, int width, int height, int noise, Deadline deadline) {
        this.difference = difference;
        this.width = width;
        this.height = height;
        this.noise = noise;
        this.deadline = deadline;
    }

    /** What was found, the surest first. Every find is compared with all before it: where a picture is full of them, time ends the search. */
    List<Finder> search(int rowStep) {
        for (int y = rowStep / 2; y < height && !deadline.passed(); y += rowStep) {
            row(y);
        }
        found.sort(Comparator.comparingInt(Finder::votes).reversed());
        return found.size() > MAX_FINDERS ? List.copyOf(found.subList(0, MAX_FINDERS)) : List.copyOf(found);
    }

    private void row(int y) {
        int from = y * width;
        double e0 = -1;
        double e1 = -1;
        double e2 = -1;
        double e3 = -1;
        double e4 = -1;
        int seen = 0;
        boolean light = difference[from] > 0;
        for (int x = 1; x < width; x++) {
            int value = difference[from + x];
            if (light ? value >= -noise : value <= noise) {
                continue;
            }
            light = !light;
            int before = difference[from + x - 1];
            double end = x + 0.5 + crossing(before, value);
            seen++;
            double total = end - e0;
            if (seen >= 6 && total > 7 * MIN_MODULE && proportions(e0, e1, e2, e3, e4, end)) {
                candidate((e2 + e3) / 2, y + 0.5, total, light);
            }
            e0 = e1;
            e1 = e2;
            e2 = e3;
            e3 = e4;
            e4 = end;
        }
    }

    /** Where between the previous pixel's centre (-1) and this one's (0) the difference passes zero. */
    private static double crossing(int before, int value) {
        if (before == 0 || (before > 0) == (value > 0)) {
            return -0.5;
        }
        return -(double) value / (value - before);
    }

    private static boolean proportions(double e0, double e1, double e2, double e3, double e4, double e5) {
        double module = (e5 - e0) / 7;
        double low = 0.35 * module;
        double high = 1.8 * module;
        double core = e3 - e2;
        return within(e1 - e0, low, high)
                && within(e2 - e1, low, high)
                && within(e4 - e3, low, high)
                && within(e5 - e4, low, high)
                && within(core, 2.0 * module, 4.2 * module);
    }

    private static boolean within(double value, double low, double high) {
        return value > low && value < high;
    }

    /** {@code light} is the state after the last run ended, so the core, two runs before it, is dark when it is light now. */
    private void candidate(double x, double y, double rowTotal, boolean light) {
        boolean dark = light;
        for (int i = found.size() - 1; i >= 0; i--) {
            Finder known = found.get(i);
            if (known.dark() == dark
                    && Math.abs(known.x() - x) < known.module()
                    && Math.abs(known.y() - y) < 1.5 * known.module()
                    && Math.abs(rowTotal / 7 - known.module()) < 0.5 * known.module()) {
                found.set(i, new Finder(known.x(), known.y(), known.module(), dark, known.votes() + 1));
                return;
            }
        }
        Finder checked = checked(x, y, rowTotal, dark);
        if (checked == null) {
            return;
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).same(checked)) {
                found.set(i, found.get(i).merged(checked));
                return;
            }
        }
        found.add(checked);
    }

    private @Nullable Finder checked(double x, double y, double rowTotal, boolean dark) {
        if (!walk(x, y, 0, 1, rowTotal, dark)) {
            return null;
        }
        double columnTotal = ends[5] - ends[0];
        double cy = y + (ends[2] + ends[3]) / 2;
        if (columnTotal < 0.5 * rowTotal || columnTotal > 2 * rowTotal || !walk(x, cy, 1, 0, columnTotal, dark)) {
            return null;
        }
        double cx = x + (ends[2] + ends[3]) / 2;
        double total = ends[5] - ends[0];
        if (total < 0.5 * columnTotal || total > 2 * columnTotal) {
            return null;
        }
        double largest = 1.5 * Math.max(total, columnTotal);
        boolean diagonal = walk(cx, cy, Math.sqrt(0.5), Math.sqrt(0.5), largest, dark)
                || walk(cx, cy, Math.sqrt(0.5), -Math.sqrt(0.5), largest, dark);
        return diagonal ? new Finder(cx, cy, (total + columnTotal) / 14, dark, 1) : null;
    }

    /** Fills {@link #ends} with the six run ends along a line through the centre; false when they are not 1:1:3:1:1. */
    private boolean walk(double x, double y, double dx, double dy, double total, boolean dark) {
        return half(x, y, dx, dy, total, dark, 3, 1)
                && half(x, y, -dx, -dy, total, dark, 2, -1)
                && proportions(ends[0], ends[1], ends[2], ends[3], ends[4], ends[5]);
    }

    private boolean half(double x, double y, double dx, double dy, double total, boolean dark, int slot, int sign) {
        boolean light = !dark;
        int at = slot;
        int before = value(x, y);
        int limit = (int) (total * 1.2) + 2;
        for (int step = 1; step <= limit; step++) {
            double px = x + dx * step;
            double py = y + dy * step;
            if (px < 0 || py < 0 || px >= width || py >= height) {
                return false;
            }
            int value = value(px, py);
            if (light ? value < -noise : value > noise) {
                light = !light;
                ends[at] = sign * (step + crossing(before, value));
                at += sign;
                if (at < 0 || at > 5) {
                    return true;
                }
            }
            before = value;
        }
        return false;
    }

    private int value(double x, double y) {
        int column = (int) x;
        int row = (int) y;
        return difference[row * width + column];
    }
}
