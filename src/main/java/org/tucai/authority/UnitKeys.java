package org.tucai.authority;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.KeyRing;

/**
 * This unit's two key pairs of the configured suite, for signing and for receiving. They are derived from the installation's key file, so
 * a backup of that file is a backup of them; a new generation replaces both. Messages sealed for an earlier generation, or for the other
 * suite, still open: the authority uses the old keys until a person hands it the new ones. Derived at every start, so that their origin
 * is recorded before the key file can get a newer generation.
 */
@Context
class UnitKeys {
    private static final String SIGNING = "sig";
    private static final String RECEIVING = "enc";

    private final KeyRing ring;
    private final AuthoritySettings settings;
    private final UnitKeyOrigins origins;
    private final MessageSuite suite;
    private final JWK signing;
    private final JWK receiving;

    @Inject
    UnitKeys(KeyRing ring, AuthoritySettings settings, UnitKeyOrigins origins) {
        this(ring, settings, origins, MessageSuite.of(ring.algorithms()));
    }

    UnitKeys(KeyRing ring, AuthoritySettings settings, UnitKeyOrigins origins, MessageSuite suite) {
        this.ring = ring;
        this.settings = settings;
        this.origins = origins;
        this.suite = suite;
        int generation = settings.keyGeneration();
        int origin = origins.ofUsed(generation, ring.generation());
        this.signing = make(suite, name(suite, SIGNING, generation), origin, KeyUse.SIGNATURE);
        this.receiving = make(suite, name(suite, RECEIVING, generation), origin, KeyUse.ENCRYPTION);
    }

    private String name(MessageSuite of, String kind, int generation) {
        return settings.unit() + (of == MessageSuite.SM2 ? "-sm2-" : "-") + kind + "-" + generation;
    }

    private JWK make(MessageSuite of, String name, int origin, KeyUse use) {
        byte[] first = ring.secret("unit-key/" + name + "/1", origin, of.family());
        byte[] both = Arrays.copyOf(first, first.length * 2);
        byte[] second = ring.secret("unit-key/" + name + "/2", origin, of.family());
        System.arraycopy(second, 0, both, first.length, second.length);
        return of.key(both, name, use);
    }

    MessageSuite suite() {
        return suite;
    }

    JWK signing() {
        return signing;
    }

    /** The private key with this id, of either suite and any generation so far; the current one for any other id. */
    JWK receiving(@Nullable String kid) {
        if (kid == null || receiving.getKeyID().equals(kid)) {
            return receiving;
        }
        for (MessageSuite each : MessageSuite.values()) {
            for (int generation = 1; generation <= settings.keyGeneration(); generation++) {
                if (name(each, RECEIVING, generation).equals(kid)) {
                    return make(each, kid, origins.of(generation), KeyUse.ENCRYPTION);
                }
            }
        }
        return receiving;
    }

    /** The current public keys, for signing and for encryption. */
    JWKSet publicKeys() {
        return new JWKSet(List.of(signing.toPublicJWK(), receiving.toPublicJWK()));
    }
}
