package org.tucai.platform.job;

import java.time.Instant;

/** Enqueues work that must happen later. Call inside the business transaction: the job exists if and only if it commits. */
public interface JobQueue {
    /**
     * Enqueues a job to be done as soon as possible.
     *
     * @param type of a {@link JobHandler}
     * @param subject public number of what the job is about, at most 80 characters
     */
    void enqueue(String type, String subject);

    /** The same, not before {@code dueAt}. */
    void enqueue(String type, String subject, Instant dueAt);

    /** Whether this server has a handler for such jobs. */
    boolean takes(String type);
}
