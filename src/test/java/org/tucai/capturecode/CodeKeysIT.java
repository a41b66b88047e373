package org.tucai.capturecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tucai.audit.AuditTrail;
import org.tucai.authority.AuthorityUnavailable;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.state.StateHistory;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

/** Keys fetched when the first code that names them is opened. */
@TucaiTest
class CodeKeysIT {
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration HELD_UP = Duration.ofMillis(500);

    private final CodeKeyRepository keys;
    private final Vault vault;
    private final StateHistory history;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Http http;
    private final People people;

    CodeKeysIT(
            CodeKeyRepository keys,
            Vault vault,
            StateHistory history,
            AuditTrail audit,
            InstantSource clock,
            Http http,
            People people) {
        this.keys = keys;
        this.vault = vault;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
        this.http = http;
        this.people = people;
    }

    @Test
    void ofTwoManagersWhoAddAKeyOfOneNameAtOnceOneSucceeds() {
        Http manager = http.as(people.aManager());
        for (int round = 0; round < 5; round++) {
            CodeKey key = CodeKey.random("k" + round);
            Callable<Integer> add =
                    () -> manager.post("/api/v1/admin/code-keys", Map.of("kid", key.kid(), "key", key.secret()))
                            .status();

            assertThat(Race.answers(add, add)).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void openingACodeWaitsWhileItsKeyIsBeingFetched() {
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

    @Test
    void aCodeWhoseKeyCannotBeFetchedIsAnsweredKeysUnavailable() {
        MutableClock time = new MutableClock();
        AtomicInteger asked = new AtomicInteger();
        CodeKeyService service = service(time, () -> {
            asked.incrementAndGet();
            throw new AuthorityUnavailable("away");
        });

        for (String moment : List.of("when it is asked", "while nobody asks again")) {
            assertThatThrownBy(() -> service.find("fresh"))
                    .as(moment)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(CaptureCodeProblem.CODE_KEYS_UNAVAILABLE));
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aKeyIsFetchedAgainAfterAPauseOnceTheAuthorityIsBack() {
        MutableClock time = new MutableClock();
        CodeKey shared = CodeKey.random("back");
        AtomicBoolean away = new AtomicBoolean(true);
        CodeKeyService service = service(time, () -> {
            if (away.get()) {
                throw new AuthorityUnavailable("away");
            }
            return List.of(shared);
        });
        assertThatThrownBy(() -> service.find("back")).isInstanceOf(ProblemException.class);

        away.set(false);
        time.advance(Duration.ofSeconds(5));

        assertThat(service.find("back")).contains(shared);
        assertThat(service.find("of-another-unit")).isEmpty();
    }

    @Test
    void aKeyIsFetchedAgainAtOnceWhenTheClockWasSetBack() {
        MutableClock time = new MutableClock();
        CodeKey shared = CodeKey.random("later");
        List<CodeKey> there = new ArrayList<>();
        CodeKeyService service = service(time, () -> List.copyOf(there));
        assertThat(service.find("later")).isEmpty();
        there.add(shared);
        assertThat(service.find("later")).as("within the pause").isEmpty();

        time.setTo(MutableClock.START.minus(Duration.ofHours(1)));

        assertThat(service.find("later")).contains(shared);
    }

    /** Otherwise each of many requests would wait as long as the first, one after the other. */
    @Test
    void aSecondRequestDoesNotWaitForASilentAuthorityAgain() {
        MutableClock time = new MutableClock();
        AtomicInteger asked = new AtomicInteger();
        CodeKeyService service = service(time, () -> {
            asked.incrementAndGet();
            time.advance(Duration.ofSeconds(30));
            throw new AuthorityUnavailable("silent");
        });

        assertThatThrownBy(() -> service.find("fresh")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> service.find("fresh")).isInstanceOf(ProblemException.class);

        assertThat(asked).hasValue(1);
    }

    @Test
    void anImpossibleKeyNameIsNotLookedUpAtTheAuthority() {
        AtomicInteger asked = new AtomicInteger();
        CodeKeyService service = service(new MutableClock(), () -> {
            asked.incrementAndGet();
            return List.of();
        });

        assertThat(service.find("密钥")).isEmpty();
        assertThat(service.find("k".repeat(21))).isEmpty();
        assertThat(asked).hasValue(0);
    }

    private CodeKeyService service(InstantSource time, CodeKeySource source) {
        return new CodeKeyService(keys, new NewCodeKeys(List.of(source), time), vault, history, audit, clock);
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
