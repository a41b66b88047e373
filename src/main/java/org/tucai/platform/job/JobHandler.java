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

    /**
     * Whether nobody waits for it, and many may be left at once: such jobs stand in a queue of their own, with one thread of its own.
     * Jobs are worked in the order of their due time, so that a refund would else wait for all the pictures of a campaign to be deleted.
     */
    default boolean isBackground() {
        return false;
    }

    /** Does the work; any exception means try again. */
    void run(String subject);
}
