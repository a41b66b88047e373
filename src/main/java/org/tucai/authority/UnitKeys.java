package org.tucai.authority;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.KeyRing;

/**
 * This unit's two key pairs, for signing and for receiving. They follow from the installation's key file, so a backup of that
 * file is a backup of them; a new generation replaces both. What was sealed for an earlier one still opens: the authority goes on
 * with it until a person hands it the new one.
 */
@Singleton
class UnitKeys {
    private final KeyRing ring;
    private final AuthoritySettings settings;
    private final ECKey signing;
    private final ECKey receiving;

    UnitKeys(KeyRing ring, AuthoritySettings settings) {
        this.ring = ring;
        this.settings = settings;
        this.signing = make(ring, name("sig", settings.keyGeneration()), KeyUse.SIGNATURE);
        this.receiving = make(ring, name("enc", settings.keyGeneration()), KeyUse.ENCRYPTION);
    }

    private String name(String kind, int generation) {
        return settings.unit() + "-" + kind + "-" + generation;
    }

    private static ECKey make(KeyRing ring, String name, KeyUse use) {
        byte[] first = ring.secret("unit-key/" + name + "/1");
        byte[] both = Arrays.copyOf(first, first.length * 2);
        System.arraycopy(ring.secret("unit-key/" + name + "/2"), 0, both, first.length, first.length);
        return KeyMaking.fromSecret(both, name, use);
    }

    ECKey signing() {
        return signing;
    }

    ECKey receiving() {
        return receiving;
    }

    /** The key of that name, of whichever generation; the present one for any other name. */
    ECKey receiving(@Nullable String kid) {
        return IntStream.range(1, settings.keyGeneration())
                .mapToObj(generation -> name("enc", generation))
                .filter(earlier -> earlier.equals(kid))
                .findFirst()
                .map(earlier -> make(ring, earlier, KeyUse.ENCRYPTION))
                .orElse(receiving);
    }

    /** Both public keys. */
    JWKSet publicKeys() {
        return new JWKSet(List.of(signing.toPublicJWK(), receiving.toPublicJWK()));
    }
}
