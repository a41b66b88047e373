package org.tucai.bench.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tucai.portrait.classifier.TraitVector;
import org.tucai.portrait.classifier.TraitVector.Block;

/** Standardised rows: each number minus its mean over all rows, divided by its standard deviation. */
final class Rows {
    private static final int LENGTH = TraitVector.LENGTH;

    private final List<Example> examples;
    private final float[] mean = new float[LENGTH];
    private final float[] deviation = new float[LENGTH];
    private final Map<Block, float[]> blocks = new EnumMap<>(Block.class);

    Rows(List<Example> examples) {
        this.examples = examples;
        measure();
        for (Block block : Block.values()) {
            blocks.put(block, scaled(block));
        }
    }

    private void measure() {
        double[] sum = new double[LENGTH];
        double[] square = new double[LENGTH];
        int[] count = new int[LENGTH];
        for (Example example : examples) {
            float[] row = example.row();
            for (int i = 0; i < LENGTH; i++) {
                if (!Float.isNaN(row[i])) {
                    sum[i] += row[i];
                    square[i] += (double) row[i] * row[i];
                    count[i]++;
                }
            }
        }
        for (int i = 0; i < LENGTH; i++) {
            double m = sum[i] / Math.max(1, count[i]);
            mean[i] = (float) m;
            deviation[i] = (float) Math.sqrt(Math.max(0, square[i] / Math.max(1, count[i]) - m * m));
        }
        for (Block block : Block.values()) {
            soften(block);
        }
    }

    /** Adds a twentieth of the block's mean deviation, so that numbers that hardly vary are not blown up. */
    private void soften(Block block) {
        boolean measures = block == Block.MEASURES;
        double sum = 0;
        for (int i = block.start(); i < block.end(); i++) {
            sum += deviation[i];
        }
        float more = measures ? 1e-6f : (float) (0.05 * sum / (block.end() - block.start())) + 1e-6f;
        for (int i = block.start(); i < block.end(); i++) {
            deviation[i] += more;
        }
    }

    private float[] scaled(Block block) {
        int width = block.end() - block.start();
        float[] out = new float[examples.size() * width];
        for (int e = 0; e < examples.size(); e++) {
            float[] row = examples.get(e).row();
            for (int i = 0; i < width; i++) {
                int at = block.start() + i;
                float value = Float.isNaN(row[at]) ? 0 : (row[at] - mean[at]) / deviation[at];
                out[e * width + i] = Math.clamp(value, -6, 6);
            }
        }
        return out;
    }

    private float[] scaledRows(Block block) {
        return blocks.getOrDefault(block, new float[0]);
    }

    /** The kernel of a block over all rows, divided by the block's length. */
    float[] gram(Block block) {
        int width = block.end() - block.start();
        float[] gram = Ridge.gram(scaledRows(block), examples.size(), width);
        for (int i = 0; i < gram.length; i++) {
            gram[i] /= width;
        }
        return gram;
    }

    /** The mean of each measure. */
    float[] measureMeans() {
        float[] out = new float[Block.MEASURES.end() - Block.MEASURES.start()];
        System.arraycopy(mean, Block.MEASURES.start(), out, 0, out.length);
        return out;
    }

    /**
     * The solution's weight for each number of a raw row, with the bias at the end.
     *
     * @param index the rows that the solution refers to
     */
    float[] weights(int[] index, double[] solution, HeadPlan plan) {
        double[] out = new double[LENGTH + 1];
        for (Block block : Block.values()) {
            int width = block.end() - block.start();
            double share = plan.weight(block) / width;
            float[] scaled = scaledRows(block);
            for (int k = 0; share > 0 && k < index.length; k++) {
                for (int i = 0; i < width; i++) {
                    out[block.start() + i] += share * solution[k] * scaled[index[k] * width + i];
                }
            }
        }
        for (double a : solution) {
            out[LENGTH] += Ridge.BIAS * a;
        }
        float[] weights = new float[LENGTH + 1];
        for (int i = 0; i < LENGTH; i++) {
            weights[i] = (float) (out[i] / deviation[i]);
            out[LENGTH] -= out[i] / deviation[i] * mean[i];
        }
        weights[LENGTH] = (float) out[LENGTH];
        return weights;
    }
}
