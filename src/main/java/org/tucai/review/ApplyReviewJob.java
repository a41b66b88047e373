package org.tucai.review;

import jakarta.inject.Singleton;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Carries out a decision once it can no longer be undone. */
@Singleton
class ApplyReviewJob implements JobHandler {
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
    public RetryPolicy retry() {
        return RetryPolicy.LOCAL;
    }

    @Override
    public void run(String reviewNo) {
        decisions.apply(reviewNo);
    }
}
