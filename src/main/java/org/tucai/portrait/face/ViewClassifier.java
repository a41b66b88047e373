package org.tucai.portrait.face;

import java.util.Map;

/** Trained classifiers that look at the view of a face; one instance serves one thread at a time. */
public interface ViewClassifier extends AutoCloseable {
    /** Knows nothing. */
    ViewClassifier NONE = new ViewClassifier() {
        @Override
        public Map<String, Double> judge(FaceView view, Facts measured) {
            return Map.of();
        }

        @Override
        public void close() {
            // holds nothing
        }
    };

    /**
     * What the classifiers say.
     *
     * @param measured the facts measured so far (geometry, glasses, pose and so on)
     * @return by rule id, how surely the rule is met, 0..1; rules it cannot judge on this picture are left out
     */
    Map<String, Double> judge(FaceView view, Facts measured);

    @Override
    void close();
}
