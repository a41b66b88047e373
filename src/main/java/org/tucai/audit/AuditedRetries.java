package org.tucai.audit;

import jakarta.inject.Singleton;
import org.tucai.platform.job.RetriedJobs;
import org.tucai.platform.security.Actor;

/** Audits who restarted a failed job. */
@Singleton
class AuditedRetries implements RetriedJobs {
    private final AuditTrail trail;

    AuditedRetries(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void retried(String no, String what, Actor by) {
        trail.record(by, "job-retried", no, what);
    }
}
