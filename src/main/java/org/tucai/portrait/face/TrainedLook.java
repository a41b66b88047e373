package org.tucai.portrait.face;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Looks at parts of a person with the project's own networks. What they make of a picture is put together as they were trained
 * ({@code src/train/trunk.py}).
 */
final class TrainedLook implements AutoCloseable {
    /** A network's outputs: one number per rule for the whole cut, then one map per rule at two resolutions. */
    private static final String[] OUTPUTS = {"answers", "middle", "last"};

    private final Map<TrainedCloseup, Network> networks = new EnumMap<>(TrainedCloseup.class);

    TrainedLook(CloseupNetworks files) {
        for (TrainedCloseup closeup : TrainedCloseup.values()) {
            byte[] file = files.of(closeup);
            if (file != null) {
                networks.put(closeup, Network.of(file, closeup.width(), closeup.height(), OUTPUTS));
            }
        }
    }

    /** The networks' answers in the order of the closeups; above 0 the rule is met. */
    float[] look(Mat picture, FaceShape face) {
        float[] answers = new float[TrainedCloseup.answers()];
        int at = 0;
        for (TrainedCloseup closeup : TrainedCloseup.values()) {
            Network network = networks.get(closeup);
            if (network != null) {
                List<float[]> perCut = new ArrayList<>();
                for (Mat cut : closeup.cuts(picture, face, 1)) {
                    perCut.add(judged(network.run(cut, 1)));
                }
                for (int rule = 0; rule < closeup.rules(); rule++) {
                    answers[at + rule] = lower(perCut, rule);
                }
            }
            at += closeup.rules();
        }
        return answers;
    }

    /** The answers for the whole cut, less those of the places where the rule is most surely broken. */
    static float[] judged(float[]... outputs) {
        float[] answers = outputs[0].clone();
        for (int rule = 0; rule < answers.length; rule++) {
            answers[rule] -= surest(outputs[1], rule, answers.length) + surest(outputs[2], rule, answers.length);
        }
        return answers;
    }

    /** A smooth maximum over a rule's map: the logarithm of the mean of the exponentials. */
    private static float surest(float[] maps, int rule, int rules) {
        double sum = 0;
        for (int i = rule; i < maps.length; i += rules) {
            sum += Math.exp(maps[i]);
        }
        return (float) Math.log(sum * rules / maps.length);
    }

    /** A smooth minimum over the cuts: two ears break the rule when either does. */
    static float lower(List<float[]> answers, int rule) {
        double sum = 0;
        for (float[] answer : answers) {
            sum += Math.exp(-2.0 * answer[rule]);
        }
        return (float) (-Math.log(sum / answers.size()) / 2);
    }

    @Override
    public void close() {
        networks.values().forEach(Network::close);
        networks.clear();
    }
}
