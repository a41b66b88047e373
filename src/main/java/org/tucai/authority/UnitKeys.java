package org.tucai.authority;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.micronaut.context.annotation.Context;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.Algorithms;
import org.tucai.platform.privacy.KeyRing;

/**
 * This unit's two key pairs, for signing and for receiving. They follow from the installation's key file, so a backup of that
 * file is a backup of them; a new generation replaces both. What was sealed for an earlier one still opens: the authority goes on
 * with it until a person hands it the new one. Made at every start, so that what they follow from is written down before the key file
 * can hold anything newer.
 */
@Context
class UnitKeys {
    private final KeyRing ring;
    private final AuthoritySettings settings;
    private final UnitKeyOrigins origins;
    private final ECKey signing;
    private final ECKey receiving;

    UnitKeys(KeyRing ring, AuthoritySettings settings, UnitKeyOrigins origins) {
        this.ring = ring;
        this.settings = settings;
        this.origins = origins;
        int generation = settings.keyGeneration();
        int origin = origins.ofUsed(generation, ring.generation());
        this.signing = make(name("sig", generation), origin, KeyUse.SIGNATURE);
        this.receiving = make(name("enc", generation), origin, KeyUse.ENCRYPTION);
    }

    private String name(String kind, int generation) {
        return settings.unit() + "-" + kind + "-" + generation;
    }

    private ECKey make(String name, int origin, KeyUse use) {
        byte[] first = ring.secret("unit-key/" + name + "/1", origin, Algorithms.INTERNATIONAL);
        byte[] both = Arrays.copyOf(first, first.length * 2);
        byte[] second = ring.secret("unit-key/" + name + "/2", origin, Algorithms.INTERNATIONAL);
        System.arraycopy(second, 0, both, first.length, second.length);
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
                .filter(earlier -> name("enc", earlier).equals(kid))
                .mapToObj(earlier -> make(name("enc", earlier), origins.of(earlier), KeyUse.ENCRYPTION))
                .findFirst()
                .orElse(receiving);
    }

    /** Both public keys. */
    JWKSet publicKeys() {
        return new JWKSet(List.of(signing.toPublicJWK(), receiving.toPublicJWK()));
    }
}
