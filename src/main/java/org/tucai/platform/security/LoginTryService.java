package org.tucai.platform.security;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.platform.privacy.Vault;

/** Counts failed attempts, for existing and unknown names alike, and locks what was tried too often. */
@Singleton
public class LoginTryService {
    private final LoginTryRepository tries;
    private final Vault vault;
    private final InstantSource clock;

    LoginTryService(LoginTryRepository tries, Vault vault, InstantSource clock) {
        this.tries = tries;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Counts a try before the secret is looked at, so that no number of parallel guesses gets past the limit.
     *
     * @param what kind and name, {@code sms:10.0.0.1}
     * @param limit that many tries per window
     * @return how long it is locked still; zero when this try may go on
     */
    @Transactional
    public Duration take(String what, int limit, Duration window) {
        Instant now = clock.instant();
        String key = key(what);
        tries.begin(key, now);
        LoginTry row = tries.lock(key);
        Duration locked = row.lockLeft(now);
        if (locked.isZero()) {
            tries.update(row.counted(limit, window, now));
        }
        return locked;
    }

    /** The try was right: forgets the wrong ones. */
    @Transactional
    public void succeeded(String what) {
        tries.deleteByTryKey(key(what));
    }

    /** How long that is locked still, without counting anything. */
    public Duration locked(String what) {
        return tries.findByTryKey(key(what))
                .map(t -> t.lockLeft(clock.instant()))
                .orElse(Duration.ZERO);
    }

    private String key(String what) {
        return vault.blindIndex(what, "login_try");
    }
}
