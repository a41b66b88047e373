package org.tucai.platform.job;

import org.tucai.platform.security.Actor;

/** Hears, in its transaction, that a person starts a failed job again; implemented where such things are written down. */
public interface RetriedJobs {
    /**
     * A person starts a failed job again.
     *
     * @param no of the failed job
     * @param what its type and subject
     */
    void retried(String no, String what, Actor by);
}
