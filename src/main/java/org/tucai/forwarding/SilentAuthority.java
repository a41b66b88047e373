package org.tucai.forwarding;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tucai.authority.AuthorityUnavailable;

/**
 * Remembers for half a minute that an address did not answer. Thousands of packages may be due at once; if each waited for its own time-out,
 * they would keep all job threads busy, and refunds and messages would wait behind them. After that, one package tries again.
 */
final class SilentAuthority {
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private @Nullable Silence silence;

    SilentAuthority(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * An address that does not answer.
     *
     * @param since when somebody last began or ended an attempt
     */
    private record Silence(String address, AuthorityUnavailable failure, Instant since) {}

    /**
     * Asks the authority, unless it was silent a moment ago.
     *
     * @throws AuthorityUnavailable if it cannot be reached, or could not a moment ago
     */
    <T> T ask(String address, Supplier<T> question) {
        refuseWhileSilent(address);
        try {
            T answer = question.get();
            heard();
            return answer;
        } catch (AuthorityUnavailable e) {
            if (e.isSilence()) {
                silent(address, e);
            } else {
                heard();
            }
            throw e;
        }
    }

    private synchronized void refuseWhileSilent(String address) {
        Silence known = silence;
        if (known == null || !known.address.equals(address)) {
            return;
        }
        Instant now = clock.instant();
        if (Duration.between(known.since, now).abs().compareTo(PAUSE) < 0) { // abs: the clock may be set back
            throw new AuthorityUnavailable(String.valueOf(known.failure.getMessage()), known.failure);
        }
        silence = new Silence(address, known.failure, now); // meanwhile nobody else tries
    }

    private synchronized void heard() {
        silence = null;
    }

    private synchronized void silent(String address, AuthorityUnavailable failure) {
        silence = new Silence(address, failure, clock.instant());
    }
}
