package org.tucai.capturecode.reading;

import java.util.List;

/** Thin-plate splines through the deviations of control points, in symbol coordinates divided by the symbol's size. */
final class ThinPlate {
    private ThinPlate() {}

    /** Weights for x and for y: one per control, then constant, u and v; empty when the points do not determine them. */
    static double[][] solve(List<GridMap.Control> controls, GridMap map, double smoothing, double size) {
        int n = controls.size();
        double[][] matrix = new double[n + 3][n + 5];
        for (int i = 0; i < n; i++) {
            GridMap.Control a = controls.get(i);
            for (int j = 0; j < n; j++) {
                GridMap.Control b = controls.get(j);
                matrix[i][j] = kernel((a.u() - b.u()) / size, (a.v() - b.v()) / size);
            }
            matrix[i][i] += smoothing;
            double[] plane = {1, a.u() / size, a.v() / size};
            for (int k = 0; k < 3; k++) {
                matrix[i][n + k] = plane[k];
                matrix[n + k][i] = plane[k];
            }
            matrix[i][n + 3] = a.x() - map.x(a.u(), a.v());
            matrix[i][n + 4] = a.y() - map.y(a.u(), a.v());
        }
        return eliminate(matrix, n + 3) ? columns(matrix, n + 3) : new double[0][];
    }

    static double value(List<GridMap.Control> controls, double[] weights, double u, double v, double size) {
        int n = controls.size();
        double sum = weights[n] + weights[n + 1] * u + weights[n + 2] * v;
        for (int i = 0; i < n; i++) {
            GridMap.Control a = controls.get(i);
            sum += weights[i] * kernel(a.u() / size - u, a.v() / size - v);
        }
        return sum;
    }

    private static double kernel(double du, double dv) {
        double square = du * du + dv * dv;
        return square < 1e-12 ? 0 : square * Math.log(square);
    }

    /** Gauss–Jordan with row exchange. */
    private static boolean eliminate(double[][] matrix, int n) {
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column + 1; i < n; i++) {
                if (Math.abs(matrix[i][column]) > Math.abs(matrix[pivot][column])) {
                    pivot = i;
                }
            }
            double[] row = matrix[pivot];
            matrix[pivot] = matrix[column];
            matrix[column] = row;
            if (Math.abs(row[column]) < 1e-10) {
                return false;
            }
            for (int i = 0; i < n; i++) {
                double factor = matrix[i][column] / row[column];
                if (i != column && factor != 0) {
                    for (int j = column; j < row.length; j++) {
                        matrix[i][j] -= factor * row[j];
                    }
                }
            }
        }
        return true;
    }

    private static double[][] columns(double[][] matrix, int n) {
        double[][] weights = new double[2][n];
        for (int i = 0; i < n; i++) {
            weights[0][i] = matrix[i][n] / matrix[i][i];
            weights[1][i] = matrix[i][n + 1] / matrix[i][i];
        }
        return weights;
    }
}
