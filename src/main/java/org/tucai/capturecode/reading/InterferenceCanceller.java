package org.tucai.capturecode.reading;

/**
 * Undoes blur that a weighted sum of neighbours cannot: estimates how much of each neighbour every sample holds, takes the neighbours'
 * present decisions off, and decides anew, a few times over. Modules that are known stay as they are.
 */
final class InterferenceCanceller {
    private static final int RADIUS = 2;
    private static final int SIDE = 2 * RADIUS + 1;
    private static final int CELLS = SIDE * SIDE;
    private static final int ESTIMATES = 3;
    private static final int STEPS = 8;

    private final float[] samples;
    private final float[] known;
    private final int size;

    /**
     * @param samples soft values as sampled
     * @param known per module 1 dark, -1 light, 0 not known
     */
    InterferenceCanceller(float[] samples, float[] known, int size) {
        this.samples = samples;
        this.known = known;
        this.size = size;
    }

    /** Better decisions, beginning with the given ones: -1 to 1. */
    float[] refine(float[] decisions) {
        float[] current = decisions.clone();
        for (int i = 0; i < current.length; i++) {
            current[i] = known[i] == 0 ? Math.clamp(current[i], -1f, 1f) : known[i];
        }
        for (int estimate = 0; estimate < ESTIMATES; estimate++) {
            double[] mixture = mixture(current);
            if (mixture.length == 0) {
                return current;
            }
            for (int step = 0; step < STEPS; step++) {
                step(current, mixture);
            }
        }
        return current;
    }

    /** How much each neighbour contributes to a sample, and a constant. */
    private double[] mixture(float[] decisions) {
        LeastSquares equations = new LeastSquares(CELLS + 1);
        double[] row = new double[CELLS + 1];
        for (int i = 0; i < samples.length; i++) {
            Equaliser.neighbours(decisions, size, i, RADIUS, row);
            equations.add(row, samples[i], 1);
        }
        for (int i = 0; i <= CELLS; i++) {
            equations.prior(i, 0, 1);
        }
        return equations.solve();
    }

    private void step(float[] decisions, double[] mixture) {
        double[] row = new double[CELLS + 1];
        float[] rest = new float[samples.length];
        for (int i = 0; i < rest.length; i++) {
            Equaliser.neighbours(decisions, size, i, RADIUS, row);
            double sum = 0;
            for (int k = 0; k <= CELLS; k++) {
                sum += mixture[k] * row[k];
            }
            rest[i] = (float) (samples[i] - sum);
        }
        double power = 1e-6;
        for (int k = 0; k < CELLS; k++) {
            power += mixture[k] * mixture[k];
        }
        for (int i = 0; i < rest.length; i++) {
            if (known[i] == 0) {
                double moved = decisions[i] + 0.8 * matched(rest, mixture, i) / power;
                decisions[i] = (float) Math.tanh(1.3 * moved);
            }
        }
    }

    /** What the samples round a module still say about it. */
    private double matched(float[] rest, double[] mixture, int module) {
        int y = module / size;
        int x = module % size;
        double sum = 0;
        for (int k = 0; k < CELLS; k++) {
            int row = y - (k / SIDE - RADIUS);
            int column = x - (k % SIDE - RADIUS);
            if (row >= 0 && column >= 0 && row < size && column < size) {
                sum += mixture[k] * rest[row * size + column];
            }
        }
        return sum;
    }
}
