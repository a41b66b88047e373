package org.tucai.platform.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lines to other systems, as jobs use them. Thousands of jobs may be due for a system that does not answer; if each waited for its own
 * time-out, they would keep all job threads busy, and refunds and messages of other systems would wait behind them. So a system that was
 * silent is asked by nobody for half a minute and then by one job; one that answers slowly is asked by one job at a time. People who wait
 * for an answer are not refused, but do not wait for long either.
 */
@Singleton
public final class Lines {
    /** After a silence. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    /** What takes that long keeps a job thread from other work. A failure before that is no silence: it costs nobody anything. */
    static final Duration LONG = Duration.ofSeconds(5);

    /** Then an answer is no longer waited for, whatever time-outs the port's implementation has. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** The same for a person. Whoever looks at a phone has given up by then, and a mini program waits no longer than 60 seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Long questions under way, before it is known whether they will be answered: half of the job threads. */
    private static final int MOST_LONG = 2;

    private final ConcurrentMap<String, Line> lines = new ConcurrentHashMap<>();
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;
    private final Duration longest;
    private final Duration patience;

    @Inject
    public Lines(InstantSource clock) {
        this(clock, LONGEST, PATIENCE);
    }

    /**
     * @param longest how long a job waits for an answer
     * @param patience how long a person does
     */
    public Lines(InstantSource clock, Duration longest, Duration patience) {
        this.clock = clock;
        this.longest = longest;
        this.patience = patience;
    }

    /**
     * Asks another system in a job. What is asked must be safe to ask again while an earlier question is still under way.
     *
     * @param name of the system
     * @throws LineClosed if the system was silent a moment ago, does not answer at all, or is slow and another job is asking it
     */
    public <T> T ask(String name, Supplier<T> question) {
        return ask(name, e -> false, question);
    }

    /**
     * The same where failures tell whether the system is silent.
     *
     * @param isSilence whether asking about something else would be in vain, too, however soon it failed
     */
    public <T> T ask(String name, Predicate<RuntimeException> isSilence, Supplier<T> question) {
        Line line = lines.computeIfAbsent(name, Line::new);
        long no = line.begin();
        try {
            T answer = answer(name, longest, question);
            line.end(no, false, null);
            return answer;
        } catch (RuntimeException e) {
            line.end(no, e instanceof LineClosed || isSilence.test(e), e);
            throw e;
        } catch (Error e) {
            line.end(no, false, null); // else it would count as under way for ever
            throw e;
        }
    }

    /**
     * Asks another system for a person who waits, outside transactions. What is asked must be safe to ask again while an earlier question
     * is still under way.
     *
     * @param name of the system
     * @throws LineClosed if the system does not answer in time
     */
    public <T> T askForAPerson(String name, Supplier<T> question) {
        return answer(name, patience, question);
    }

    private <T> T answer(String name, Duration atMost, Supplier<T> question) {
        Future<T> answer = asking.submit(question::get);
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new LineClosed(name + " did not answer within " + atMost.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** One line. Questions are numbered as they begin. */
    private final class Line {
        private final String name;
        private final Map<Long, Instant> underWay = new HashMap<>();
        private long begun;
        private long answered;
        private boolean slow;
        private @Nullable RuntimeException silence;
        private Instant silentSince = Instant.EPOCH;

        Line(String name) {
            this.name = name;
        }

        synchronized long begin() {
            Instant now = clock.instant();
            RuntimeException last = silence;
            if (last != null && within(PAUSE, silentSince, now)) {
                throw new LineClosed(String.valueOf(last.getMessage()), last);
            }
            long many = underWay.values().stream()
                    .filter(since -> !within(LONG, since, now))
                    .count();
            if (many >= MOST_LONG || (slow && !underWay.isEmpty())) {
                throw new LineClosed(name + " answers slowly, and another job is asking it", last);
            }
            underWay.put(++begun, now);
            return begun;
        }

        synchronized void end(long no, boolean silent, @Nullable RuntimeException failure) {
            Instant now = clock.instant();
            Instant since = underWay.remove(no);
            if (!silent && since != null && within(LONG, since, now)) {
                answered = Math.max(answered, no);
                slow = false;
                silence = null;
            } else if (no > answered) { // else a later question was answered: it is only this one that got lost
                slow = true;
                silence = failure;
                silentSince = now;
            }
        }

        /** In either direction: the clock may be set back. */
        private static boolean within(Duration limit, Instant since, Instant now) {
            return Duration.between(since, now).abs().compareTo(limit) < 0;
        }
    }
}
