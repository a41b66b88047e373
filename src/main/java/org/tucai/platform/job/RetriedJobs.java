package org.tucai.platform.job;

import org.tucai.platform.security.Actor;

/** Port: is told, in the same transaction, that a person retries a failed job; implemented by the audit trail. */
public interface RetriedJobs {
    /**
     * A person retries a failed job.
     *
     * @param no of the failed job
     * @param what its type and subject
     */
    void retried(String no, String what, Actor by);
}
