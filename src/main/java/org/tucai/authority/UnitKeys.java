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
 * This unit's two key pairs, for signing and for receiving, of the suite that it works by. They follow from the installation's key file, so
 * a backup of that file is a backup of them; a new generation replaces both. What was sealed for an earlier one, or for the other suite's,
 * still opens: the authority goes on with it until a person hands it the new one. Made at every start, so that what they follow from is
 * written down before the key file can hold anything newer.
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

    JWK receiving() {
        return receiving;
    }

    /** The key of that name, of whichever suite and generation; the present one for any other name. */
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

    /** Both public keys. */
    JWKSet publicKeys() {
        return new JWKSet(List.of(signing.toPublicJWK(), receiving.toPublicJWK()));
    }
}
