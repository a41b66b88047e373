package org.tucai.platform.idempotency;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.id.PublicNumbers;

/**
 * The requests with an Idempotency-Key that this server is executing. Their claims are renewed however long they take, so that no other
 * server believes that this one is dead.
 */
@Singleton
class RunningClaims {
    private static final Logger LOG = LoggerFactory.getLogger(RunningClaims.class);

    private final Set<Running> all = ConcurrentHashMap.newKeySet();
    private final IdempotencyRepository records;
    private final InstantSource clock;
    private final String server;

    RunningClaims(IdempotencyRepository records, InstantSource clock, PublicNumbers numbers) {
        this.records = records;
        this.clock = clock;
        this.server = numbers.next("srv");
    }

    /** Identifies this run of the server in its claims. Once another server has taken a claim over, its answer is no longer stored. */
    String server() {
        return server;
    }

    private record Running(String caller, String key) {
        static Running of(FirstAnswers.Claim claim) {
            return new Running(claim.caller(), claim.key());
        }
    }

    void begin(FirstAnswers.Claim claim) {
        all.add(Running.of(claim));
    }

    void end(FirstAnswers.Claim claim) {
        all.remove(Running.of(claim));
    }

    boolean contains(FirstAnswers.Claim claim) {
        return all.contains(Running.of(claim));
    }

    /** Three times within the lifetime of a claim, so that one renewal may fail. */
    @Scheduled(fixedDelay = "15s", initialDelay = "15s")
    void renew() {
        try {
            all.forEach(running -> records.renew(running.caller(), running.key(), server, clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn("The claims of running requests could not be renewed: {}", e.toString());
        }
    }
}
