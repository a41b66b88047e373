package org.tucai.bench.training;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tucai.bench.figure.TextTable;
import org.tucai.bench.labelled.ErrorRates;
import org.tucai.bench.labelled.Folds;
import org.tucai.bench.labelled.Sample;
import org.tucai.portrait.classifier.LinearHeads;
import org.tucai.portrait.classifier.LinearHeads.Head;
import org.tucai.portrait.classifier.TraitVector;
import org.tucai.portrait.classifier.TraitVector.Block;

/**
 * Trains one linear head per rule on everything and, for measuring, without each fold. The limit of a head (certainty one half) is where
 * its out-of-fold error rates are equal: on unchanged pictures, or on all when fewer than 20 unchanged ones break the rule. Where none
 * does, it is the lowest score. Only the limits, and the means and deviations of the rows, which use no label, come from all folds.
 */
final class Training {
    /** Slope of the certainty over the raw output, which is about -1 for broken and 1 for met. */
    private static final double STEEPNESS = 4;

    /** Index of the heads trained on everything, after those of the folds. */
    private static final int EVERYTHING = Folds.COUNT;

    private final List<Example> examples;
    private final List<HeadPlan> plans;
    private final int[] foldOf;
    private final Rows rows;
    private final Map<Block, float[]> grams = new EnumMap<>(Block.class);
    private final LinearHeads[] raw = new LinearHeads[Folds.COUNT + 1];
    private final Map<String, Double> limits = new LinkedHashMap<>();
    private final Map<String, ErrorRates> errors = new LinkedHashMap<>();

    private Training(List<Example> examples, List<HeadPlan> plans, Map<String, Integer> folds) {
        this.examples = examples;
        this.plans = plans;
        this.foldOf = examples.stream()
                .mapToInt(e -> Objects.requireNonNull(folds.get(e.file()), e.file()))
                .toArray();
        this.rows = new Rows(examples);
        for (Block block : Block.values()) {
            if (plans.stream().anyMatch(plan -> plan.uses(block))) {
                grams.put(block, rows.gram(block));
            }
        }
    }

    /** @param folds of all pictures of the folder, also of those in which no face was found and that have no row */
    static Training on(List<Example> examples, List<HeadPlan> plans, Map<String, Integer> folds) {
        Training training = new Training(examples, plans, folds);
        for (int fold = 0; fold <= EVERYTHING; fold++) {
            training.raw[fold] = training.train(fold);
        }
        training.setLimits();
        return training;
    }

    private LinearHeads train(int leftOut) {
        boolean[] train = new boolean[examples.size()];
        for (int i = 0; i < train.length; i++) {
            train[i] = foldOf[i] != leftOut;
        }
        List<Head> heads = new ArrayList<>();
        for (HeadPlan plan : plans) {
            heads.add(head(plan, train));
        }
        return new LinearHeads(rows.measureMeans(), heads);
    }

    private Head head(HeadPlan plan, boolean[] train) {
        int[] index = IntStream.range(0, examples.size())
                .filter(i -> train[i] && examples.get(i).meets().containsKey(plan.rule()))
                .toArray();
        double[] targets = new double[index.length];
        double[] weights = new double[index.length];
        double[] sums = new double[2];
        for (int k = 0; k < index.length; k++) {
            Example example = examples.get(index[k]);
            boolean meets = Boolean.TRUE.equals(example.meets().get(plan.rule()));
            targets[k] = meets ? 1 : -1;
            weights[k] = example.original() ? 1 : plan.made();
            sums[meets ? 1 : 0] += weights[k];
        }
        for (int k = 0; k < index.length; k++) {
            weights[k] *= index.length / (2 * sums[targets[k] > 0 ? 1 : 0]);
        }
        double[] solution = Ridge.solve(kernel(plan, index), targets, weights, plan.ridge());
        float[] all = rows.weights(index, solution, plan);
        float[] own = new float[TraitVector.LENGTH];
        System.arraycopy(all, 0, own, 0, own.length);
        Head head = new Head(plan.rule(), all[own.length], own);
        return plan.beside() == null ? head : sum(head, head(plan.beside(), train));
    }

    private static Head sum(Head one, Head other) {
        float[] weights = one.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] += other.weights()[i];
        }
        return new Head(one.rule(), one.bias() + other.bias(), weights);
    }

    private double[] kernel(HeadPlan plan, int[] index) {
        int n = index.length;
        int all = examples.size();
        double[] kernel = new double[n * n];
        Arrays.fill(kernel, Ridge.BIAS);
        for (Map.Entry<Block, float[]> block : grams.entrySet()) {
            double share = plan.weight(block.getKey());
            float[] gram = block.getValue();
            for (int i = 0; share > 0 && i < n; i++) {
                int row = index[i] * all;
                for (int j = 0; j < n; j++) {
                    kernel[i * n + j] += share * gram[row + index[j]];
                }
            }
        }
        return kernel;
    }

    private void setLimits() {
        for (HeadPlan plan : plans) {
            List<Sample> pictures = outOfFold(plan.rule(), true);
            List<Sample> all = outOfFold(plan.rule(), false);
            long breaking = pictures.stream().filter(s -> !s.meets()).count();
            limits.put(
                    plan.rule(),
                    breaking == 0 ? lowest(pictures) : ErrorRates.equalErrorLimit(breaking < 20 ? all : pictures));
            errors.put(plan.rule(), ErrorRates.of(pictures));
            errors.put(plan.rule() + ", drawn ones too", ErrorRates.of(all));
        }
    }

    /** The limit of a rule that no unchanged picture breaks: none of them may fail it. */
    private static double lowest(List<Sample> pictures) {
        return pictures.stream().mapToDouble(Sample::score).min().orElse(0);
    }

    private List<Sample> outOfFold(String rule, boolean originalsOnly) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            Boolean meets = example.meets().get(rule);
            if (meets != null && (example.original() || !originalsOnly)) {
                double score = raw[foldOf[i]].sum(rule, example.row());
                samples.add(new Sample(meets, score, score >= 0, true));
            }
        }
        return samples;
    }

    /** The heads trained on everything. */
    LinearHeads onEverything() {
        return raw[EVERYTHING].scaled(STEEPNESS, limits);
    }

    /** The heads trained without that fold. */
    LinearHeads without(int fold) {
        return raw[fold].scaled(STEEPNESS, limits);
    }

    void report(PrintWriter out) {
        TextTable table = new TextTable("head", "meet", "break", "EER % out of fold");
        errors.forEach(
                (name, rates) -> table.row(name, rates.meeting(), rates.breaking(), TextTable.percent(rates.eer())));
        table.print(out, "Errors out of fold");
    }
}
