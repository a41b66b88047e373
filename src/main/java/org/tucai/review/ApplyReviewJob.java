package org.tucai.review;

import jakarta.inject.Singleton;
import org.tucai.platform.job.LocalJob;

/** Carries out a decision once it can no longer be undone. */
@Singleton
class ApplyReviewJob implements LocalJob {
    static final String TYPE = "apply-review";

    private final DecisionService decisions;

    ApplyReviewJob(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String reviewNo) {
        decisions.apply(reviewNo);
    }
}
