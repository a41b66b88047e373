package org.tucai.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucai.capturecode.CodeKey;

/** The authority's own keys and the code keys it shares with each unit; fresh at every start, under fresh names. */
final class SandboxKeys {
    private final SecureRandom random = new SecureRandom();
    private final ECKey signing = generate("authority-sig-" + suffix(), KeyUse.SIGNATURE);
    private final ECKey receiving = generate("authority-enc-" + suffix(), KeyUse.ENCRYPTION);
    private final Map<String, List<CodeKey>> codeKeys = new ConcurrentHashMap<>();

    private static ECKey generate(String kid, KeyUse use) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(use).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String suffix() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    ECKey signing() {
        return signing;
    }

    ECKey receiving() {
        return receiving;
    }

    String publicKeys() {
        return new JWKSet(List.of(signing.toPublicJWK(), receiving.toPublicJWK())).toString();
    }

    /** The key new codes of that unit are made with. */
    CodeKey current(String unit) {
        return all(unit).getLast();
    }

    /** All keys whose codes may still be around, oldest first. */
    List<CodeKey> all(String unit) {
        return codeKeys.computeIfAbsent(unit, u -> List.of(CodeKey.random("c" + suffix())));
    }

    /** New codes are made with a new key from now on. */
    CodeKey rotate(String unit) {
        CodeKey fresh = CodeKey.random("c" + suffix());
        codeKeys.compute(unit, (u, old) -> {
            List<CodeKey> keys = new ArrayList<>(old == null ? List.of() : old);
            keys.add(fresh);
            return List.copyOf(keys);
        });
        return fresh;
    }
}
