package org.tucai.authority;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.tucai.platform.privacy.KeyRing;

/**
 * This unit's two key pairs, for signing and for receiving. They follow from the installation's key file, so a backup of that
 * file is a backup of them; a new generation replaces both.
 */
@Singleton
class UnitKeys {
    private final ECKey signing;
    private final ECKey receiving;

    UnitKeys(KeyRing ring, AuthoritySettings settings) {
        this.signing = make(ring, "sig", KeyUse.SIGNATURE, settings);
        this.receiving = make(ring, "enc", KeyUse.ENCRYPTION, settings);
    }

    private static ECKey make(KeyRing ring, String kind, KeyUse use, AuthoritySettings settings) {
        String name = settings.unit() + "-" + kind + "-" + settings.keyGeneration();
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

    /** Both public keys. */
    JWKSet publicKeys() {
        return new JWKSet(List.of(signing.toPublicJWK(), receiving.toPublicJWK()));
    }
}
