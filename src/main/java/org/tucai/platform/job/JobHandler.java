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
     * Whether the failure only means that another system is down: such a job is not given up after the last try of {@link #retry()} but
     * retried at its longest pause until that system is back.
     */
    default boolean waitsOut(Throwable failure) {
        return false;
    }

    /**
     * Whether nobody waits for the job and many may be enqueued at once: such jobs have a queue with a thread of its own. Jobs are done in
     * the order of their due time: in the same queue, a refund would wait until all pictures of a campaign are deleted.
     */
    default boolean isBackground() {
        return false;
    }

    /** Does the work; any exception means try again. */
    void run(String subject);
}
