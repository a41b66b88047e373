package org.tucai.portrait.face;

import java.util.Map;

/** Trained classifiers that look at what was found out about a face. Safe for many threads. */
public interface Classifier {

    /**
     * What the classifiers say.
     *
     * @param measured the facts measured so far (geometry, glasses, pose, traits and so on)
     * @return by rule id, how surely the rule is met, 0..1; rules it cannot judge on this picture are left out
     */
    Map<String, Double> judge(Facts measured);
}
