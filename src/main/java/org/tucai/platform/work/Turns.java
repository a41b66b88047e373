package org.tucai.platform.work;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/**
 * Serialises the pictures of one account, and the sheets of one school. {@link PictureThreads} are few and shared; somebody who sends many
 * pictures at once waits for those, and does not hold up others. A phone on a bad network may send the same picture again before the first
 * is answered, so two may wait; more are refused, because each keeps its upload in memory meanwhile.
 */
@Singleton
public final class Turns {
    static final int MOST_WAITING = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private final ConcurrentMap<String, Queue> queues = new ConcurrentHashMap<>();

    /** Those of one account. */
    private static final class Queue {
        private final Semaphore turn = new Semaphore(1, true);
        private int length; // seen inside the map's lock only
    }

    /**
     * Does the work when nothing else of that account is in work.
     *
     * @param owner public number of the account or school
     * @throws ProblemException too-many-requests when two wait already, or the turn did not come within 20 seconds
     * @throws X what the work throws
     */
    public <T, X extends Exception> T run(String owner, PictureThreads.Work<T, X> work) throws X {
        Queue queue = queues.compute(owner, (o, known) -> joined(known == null ? new Queue() : known));
        try {
            if (!queue.turn.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw refused();
            }
            try {
                return work.result();
            } finally {
                queue.turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused();
        } finally {
            queues.computeIfPresent(owner, (o, known) -> --known.length == 0 ? null : known);
        }
    }

    /** Inside the map's lock of that owner. */
    private static Queue joined(Queue queue) {
        if (queue.length > MOST_WAITING) {
            throw refused();
        }
        queue.length++;
        return queue;
    }

    /** How many of that account are in work or wait at this moment. */
    int length(String owner) {
        Queue queue = queues.get(owner);
        return queue == null ? 0 : 1 - queue.turn.availablePermits() + queue.turn.getQueueLength();
    }

    private static ProblemException refused() {
        return ProblemException.retryAfter(PlatformProblem.TOO_MANY_REQUESTS, RETRY_AFTER);
    }
}
