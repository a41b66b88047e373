package org.tucai.portrait.face;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/** Looks at parts of a person with the project's own networks. */
final class TrainedLook implements AutoCloseable {
    private final Map<TrainedCloseup, Network> networks = new EnumMap<>(TrainedCloseup.class);

    TrainedLook(CloseupNetworks files) {
        for (TrainedCloseup closeup : TrainedCloseup.values()) {
            byte[] file = files.of(closeup);
            if (file != null) {
                networks.put(closeup, Network.onnx(file));
            }
        }
    }

    /** What the networks answer, in the order of the closeups; above 0 they see the rule met. */
    float[] look(Mat picture, FaceShape face) {
        float[] answers = new float[TrainedCloseup.answers()];
        int at = 0;
        for (TrainedCloseup closeup : TrainedCloseup.values()) {
            Network network = networks.get(closeup);
            if (network != null) {
                List<float[]> perCut = new ArrayList<>();
                for (Mat cut : closeup.cuts(picture, face, 1)) {
                    perCut.add(network.run(cut, 1, true)[0]);
                }
                for (int rule = 0; rule < closeup.rules(); rule++) {
                    answers[at + rule] = together(perCut, rule);
                }
            }
            at += closeup.rules();
        }
        return answers;
    }

    /** Of two ears about the lower answer: the rule is broken where either breaks it. As the networks were trained. */
    static float together(List<float[]> answers, int rule) {
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
