package org.tucai.capturecode.reading;

import java.util.List;

/**
 * Maps symbol coordinates (u along the rows, v down the columns, in modules; a module's centre at whole + 0.5) to picture pixels: a
 * perspective fitted to all control points, and on top of it what they still deviate, smoothly interpolated, for curled paper.
 */
final class GridMap {
    /**
     * A place known in both coordinate systems.
     *
     * @param weight how much it counts in the perspective
     */
    record Control(double u, double v, double x, double y, double weight) {}

    /** Modules between the nodes at which the deviation is kept. */
    static final int NODE = 4;

    /**
     * How far a map is off at a point, pixels, and how much more by module along u and down v.
     *
     * @param x to the right
     * @param y downwards
     */
    record Offset(double x, double xAlong, double xDown, double y, double yAlong, double yDown) {
        Offset(double x, double y) {
            this(x, 0, 0, y, 0, 0);
        }

        /** X at some modules from the point. */
        double x(double along, double down) {
            return x + xAlong * along + xDown * down;
        }

        /** Y at some modules from the point. */
        double y(double along, double down) {
            return y + yAlong * along + yDown * down;
        }
    }

    /** Tells the offset at a point in symbol coordinates. */
    interface Offsets {
        Offset at(double u, double v);
    }

    private final double[] h;
    private final double scale;
    private final double originX;
    private final double originY;
    private int nodes;
    private float[] deviationX = {};
    private float[] deviationY = {};

    private GridMap(double[] h, double scale, double originX, double originY) {
        this.h = h;
        this.scale = scale;
        this.originX = originX;
        this.originY = originY;
    }

    /** The perspective that fits best, or the affine map when there are fewer than four points. */
    static GridMap fit(List<Control> controls, int size) {
        double cx = 0;
        double cy = 0;
        for (Control control : controls) {
            cx += control.x / controls.size();
            cy += control.y / controls.size();
        }
        boolean perspective = controls.size() > 3;
        LeastSquares equations = new LeastSquares(8);
        double[] row = new double[8];
        for (Control control : controls) {
            double u = control.u / size;
            double v = control.v / size;
            double x = (control.x - cx) / size;
            double y = (control.y - cy) / size;
            double w = control.weight;
            equations.add(fill(row, u, v, 1, 0, 0, 0, -u * x, -v * x), x, w);
            equations.add(fill(row, 0, 0, 0, u, v, 1, -u * y, -v * y), y, w);
        }
        equations.prior(6, 0, perspective ? 1e-7 : 1e9);
        equations.prior(7, 0, perspective ? 1e-7 : 1e9);
        double[] solved = equations.solve();
        return new GridMap(solved.length == 0 ? new double[8] : solved, size, cx, cy);
    }

    private static double[] fill(double[] row, double... values) {
        System.arraycopy(values, 0, row, 0, row.length);
        return row;
    }

    /** The same map with a thin-plate interpolation of the deviations that are left; of use from five points on. */
    GridMap bent(List<Control> controls, double smoothing) {
        double[][] weights = ThinPlate.solve(controls, this, smoothing, scale);
        return weights.length == 0
                ? this
                : moved((u, v) -> new Offset(
                        ThinPlate.value(controls, weights[0], u / scale, v / scale, scale),
                        ThinPlate.value(controls, weights[1], u / scale, v / scale, scale)));
    }

    /** The same map, moved by an offset at each node. */
    GridMap moved(Offsets offsets) {
        GridMap moved = new GridMap(h, scale, originX, originY);
        moved.nodes = (int) scale / NODE + 3;
        moved.deviationX = new float[moved.nodes * moved.nodes];
        moved.deviationY = new float[moved.nodes * moved.nodes];
        for (int i = 0; i < moved.nodes; i++) {
            for (int j = 0; j < moved.nodes; j++) {
                double u = (j - 1) * NODE;
                double v = (i - 1) * NODE;
                Offset offset = offsets.at(u, v);
                moved.deviationX[i * moved.nodes + j] = (float) (deviation(deviationX, u, v) + offset.x);
                moved.deviationY[i * moved.nodes + j] = (float) (deviation(deviationY, u, v) + offset.y);
            }
        }
        return moved;
    }

    double x(double u, double v) {
        return originX + scale * plane(u / scale, v / scale, 0) + deviation(deviationX, u, v);
    }

    double y(double u, double v) {
        return originY + scale * plane(u / scale, v / scale, 3) + deviation(deviationY, u, v);
    }

    private double plane(double u, double v, int row) {
        return (h[row] * u + h[row + 1] * v + h[row + 2]) / (1 + h[6] * u + h[7] * v);
    }

    private double deviation(float[] grid, double u, double v) {
        if (grid.length == 0) {
            return 0;
        }
        double gu = Math.clamp(u / NODE + 1, 0, nodes - 1.001);
        double gv = Math.clamp(v / NODE + 1, 0, nodes - 1.001);
        int j = (int) gu;
        int i = (int) gv;
        double fu = gu - j;
        double fv = gv - i;
        int at = i * nodes + j;
        return (grid[at] * (1 - fu) + grid[at + 1] * fu) * (1 - fv)
                + (grid[at + nodes] * (1 - fu) + grid[at + nodes + 1] * fu) * fv;
    }
}
