package org.tucai.platform.job;

/** The same for a job that works on our own data only and calls no other system. */
public interface LocalJob extends JobHandler {
    @Override
    default RetryPolicy retry() {
        return RetryPolicy.LOCAL;
    }
}
