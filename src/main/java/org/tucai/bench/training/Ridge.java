package org.tucai.bench.training;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dposv;
import static org.bytedeco.openblas.global.openblas.LAPACK_ROW_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_ssyrk;

import java.util.Arrays;

/**
 * Weighted ridge regression in its dual form: as many unknowns as rows, however long the rows are. The bias is one more
 * number in each row, so it is slightly penalised as well.
 */
final class Ridge {
    /** The kernel's share of the bias. */
    static final double BIAS = 3;

    private Ridge() {}

    /** {@code rows · rowsᵀ}, n x n, row by row. */
    static float[] gram(float[] rows, int n, int length) {
        float[] out = new float[n * n];
        cblas_ssyrk(CblasRowMajor, CblasLower, CblasNoTrans, n, length, 1, rows, length, 0, out, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                out[j * n + i] = out[i * n + j];
            }
        }
        return out;
    }

    /**
     * The weight of each row in the solution: {@code (K + ridge / weight) a = target}.
     *
     * @param kernel n x n, with {@link #BIAS} already added; is overwritten
     * @param weights of the rows, mean 1
     */
    static double[] solve(double[] kernel, double[] targets, double[] weights, double ridge) {
        int n = targets.length;
        for (int i = 0; i < n; i++) {
            kernel[i * n + i] += ridge / weights[i];
        }
        double[] solution = Arrays.copyOf(targets, n);
        int info = LAPACKE_dposv(LAPACK_ROW_MAJOR, (byte) 'L', n, 1, kernel, n, solution, 1);
        if (info != 0) {
            throw new ArithmeticException("the kernel is not positive: " + info);
        }
        return solution;
    }
}
