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
 * The requests with a key that this server is at. However long one takes, its claim is renewed, so that no server takes it for one of a
 * server that died.
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

    /** Names this run of the server in its claims: what it writes after another has taken a claim over is not the answer. */
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

    /** Three times within the life of a claim: one time may fail. */
    @Scheduled(fixedDelay = "15s", initialDelay = "15s")
    void renew() {
        try {
            all.forEach(running -> records.renew(running.caller(), running.key(), server, clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn("The claims of running requests could not be renewed: {}", e.toString());
        }
    }
}
