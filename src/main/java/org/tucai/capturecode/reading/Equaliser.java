package org.tucai.capturecode.reading;

/**
 * Undoes blur on the module grid: each module becomes a weighted sum of itself and its neighbours, the weights being those that best
 * reproduce the modules whose colour is known.
 */
final class Equaliser {
    private Equaliser() {}

    /**
     * @param soft sampled values
     * @param target per module the colour, dark positive; 0 where it is not known
     * @param radius 1 for 3 × 3 neighbours, 2 for 5 × 5
     * @param trust weight of the assumption that nothing is blurred, in modules
     */
    static float[] apply(float[] soft, float[] target, int size, int radius, double trust) {
        int side = 2 * radius + 1;
        int count = side * side + 1;
        LeastSquares equations = new LeastSquares(count);
        double[] row = new double[count];
        for (int i = 0; i < soft.length; i++) {
            if (target[i] != 0) {
                neighbours(soft, size, i, radius, row);
                equations.add(row, Math.signum(target[i]), Math.abs(target[i]));
            }
        }
        for (int i = 0; i < count; i++) {
            equations.prior(i, i == side * side / 2 ? 1 : 0, trust);
        }
        double[] weights = equations.solve();
        if (weights.length == 0) {
            return soft;
        }
        float[] result = new float[soft.length];
        for (int i = 0; i < soft.length; i++) {
            neighbours(soft, size, i, radius, row);
            double sum = 0;
            for (int k = 0; k < count; k++) {
                sum += weights[k] * row[k];
            }
            result[i] = (float) Math.clamp(sum, -2, 2);
        }
        return result;
    }

    /** The neighbours' values, light outside the symbol, and a constant. */
    static void neighbours(float[] soft, int size, int module, int radius, double[] row) {
        int y = module / size;
        int x = module % size;
        int at = 0;
        for (int i = y - radius; i <= y + radius; i++) {
            for (int j = x - radius; j <= x + radius; j++) {
                row[at++] = i < 0 || j < 0 || i >= size || j >= size ? -1 : soft[i * size + j];
            }
        }
        row[at] = 1;
    }

    /** Targets from what the standard fixes. */
    static float[] fixed(SymbolLayout layout) {
        float[] target = new float[layout.fixed.length];
        for (int i = 0; i < target.length; i++) {
            target[i] = layout.fixed[i] == SymbolLayout.INFORMATION ? 0 : layout.fixed[i];
        }
        return target;
    }

    /** Targets from fixed modules, corrected blocks and, with less weight, the decisions so far. */
    static float[] decided(SymbolLayout layout, float[] soft, byte[] sure) {
        float[] target = fixed(layout);
        for (int i = 0; i < target.length; i++) {
            if (sure[i] != 0) {
                target[i] = sure[i];
            } else if (target[i] == 0) {
                target[i] = 0.5f * Math.clamp(soft[i], -1f, 1f);
            }
        }
        return target;
    }
}
