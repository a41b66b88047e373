package org.tucai.platform.security;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tucai.platform.privacy.Vault;

/** The addresses from which people signed in within the last 90 days, kept as keyed hashes that reveal none of them. */
@Singleton
public class KnownAddresses {
    static final Duration KEPT = Duration.ofDays(90);

    private final KnownAddressRepository addresses;
    private final Vault vault;
    private final InstantSource clock;

    KnownAddresses(KnownAddressRepository addresses, Vault vault, InstantSource clock) {
        this.addresses = addresses;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Whether that person signed in from there.
     *
     * @param who public number
     * @param address as {@link LoginGuard#address} tells it
     */
    @Transactional
    public boolean knows(String who, String address) {
        return addresses.existsByAddressKey(key(who, address));
    }

    /** Call when a sign-in succeeded. */
    @Transactional
    public void remember(String who, String address) {
        addresses.seen(key(who, address), clock.instant());
    }

    private String key(String who, String address) {
        return vault.blindIndex(who + "|" + address, "known_address");
    }
}
