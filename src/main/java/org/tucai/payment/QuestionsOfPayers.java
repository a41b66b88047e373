package org.tucai.payment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/**
 * Bounds how often the channel is asked because a client asks: channels limit a merchant's questions altogether, and one client in a loop
 * would use up those of all payers.
 */
@Singleton
class QuestionsOfPayers {
    /** About one subject per {@link #SPAN}; a client that waits for its payment asks every few seconds. */
    static final int MOST = 20;

    static final Duration SPAN = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(15);
    private static final int MOST_SUBJECTS = 100_000;

    private final Cache<String, AtomicInteger> asked;

    @Inject
    QuestionsOfPayers() {
        this(Ticker.systemTicker());
    }

    QuestionsOfPayers(Ticker ticker) {
        asked = Caffeine.newBuilder()
                .expireAfterWrite(SPAN)
                .maximumSize(MOST_SUBJECTS)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Call before the channel is asked.
     *
     * @throws ProblemException {@link PlatformProblem#TOO_MANY_REQUESTS}
     */
    void count(String subjectNo) {
        if (asked.get(subjectNo, s -> new AtomicInteger()).incrementAndGet() > MOST) {
            throw ProblemException.retryAfter(PlatformProblem.TOO_MANY_REQUESTS, RETRY_AFTER);
        }
    }
}
