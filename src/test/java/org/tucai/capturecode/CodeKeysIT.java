package org.tucai.capturecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.state.StateHistory;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

/** Keys that are fetched when the first code that names them is opened. */
@TucaiTest
class CodeKeysIT {
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration HELD_UP = Duration.ofMillis(500);

    private final CodeKeyRepository keys;
    private final Vault vault;
    private final StateHistory history;
    private final AuditTrail audit;
    private final InstantSource clock;

    CodeKeysIT(CodeKeyRepository keys, Vault vault, StateHistory history, AuditTrail audit, InstantSource clock) {
        this.keys = keys;
        this.vault = vault;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    @Test
    void whoOpensACodeWhileItsKeyIsOnItsWayWaitsForIt() {
        CodeKey shared = CodeKey.random("first");
        CountDownLatch fetched = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        InstantSource slowToKeep = () -> {
            fetched.countDown();
            isDown(answered, HELD_UP);
            return clock.instant();
        };
        NewCodeKeys sources = new NewCodeKeys(List.of(() -> List.of(shared)), clock);
        CodeKeyService service = new CodeKeyService(keys, sources, vault, history, audit, slowToKeep);

        List<Object> found = Race.of(List.of(() -> service.find("first"), () -> {
            isDown(fetched, A_WHILE);
            Optional<CodeKey> second = service.find("first");
            answered.countDown();
            return second;
        }));

        assertThat(found).containsOnly(Optional.of(shared));
    }

    private static boolean isDown(CountDownLatch latch, Duration within) {
        try {
            return latch.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
