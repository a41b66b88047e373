package org.tucai.verification;

import jakarta.inject.Singleton;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFollower;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.job.LocalJob;

/** A conclusion may arrive before the acknowledgement of its package: looks for one once that is recorded. */
@Singleton
class MatchLateConclusions implements CaptureFollower {
    private final JobQueue jobs;

    MatchLateConclusions(JobQueue jobs) {
        this.jobs = jobs;
    }

    @Override
    public void onForwarded(Capture capture) {
        jobs.enqueue(MatchJob.TYPE, capture.no());
    }

    /** Applies the conclusions that wait for a capture; idempotent. */
    @Singleton
    static class MatchJob implements LocalJob {
        static final String TYPE = "match-conclusions";

        private final ConclusionService conclusions;

        MatchJob(ConclusionService conclusions) {
            this.conclusions = conclusions;
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void run(String captureNo) {
            conclusions.matchLate(captureNo);
        }
    }
}
