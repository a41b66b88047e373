package org.tucai.platform.job;

/**
 * Does the jobs of one type. A bean; runs outside any transaction and must be safe to run twice for the same subject: load,
 * see whether there is still something to do, do it, save.
 */
public interface JobHandler {
    /** Kebab case, at most 60 characters; stored, so never renamed. */
    String type();

    /** How often and how long it is tried again. */
    default RetryPolicy retry() {
        return RetryPolicy.REMOTE;
    }

    /**
     * Whether what failed will go when somebody else's system is back, however long that takes: such a job is not given up after
     * the last try of {@link #retry()} but tried on at its longest pause.
     */
    default boolean waitsOut(Throwable failure) {
        return false;
    }

    /** Does the work; any exception means try again. */
    void run(String subject);
}
