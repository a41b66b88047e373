package org.tucai.sandbox;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucai.authority.MessageSuite;
import org.tucai.capturecode.CodeKey;

/** The authority's own keys and the code keys it shares with each unit; new at every start, with new names. */
final class SandboxKeys {
    private static final int SECRET_BYTES = 64;

    private final SecureRandom random = new SecureRandom();
    private final Map<MessageSuite, Pairs> pairs = new ConcurrentHashMap<>();
    private final Map<String, List<CodeKey>> codeKeys = new ConcurrentHashMap<>();

    private record Pairs(JWK signing, JWK receiving) {}

    private Pairs pairs(MessageSuite suite) {
        return pairs.computeIfAbsent(
                suite,
                s -> new Pairs(
                        generate(s, "authority-sig-", KeyUse.SIGNATURE),
                        generate(s, "authority-enc-", KeyUse.ENCRYPTION)));
    }

    private JWK generate(MessageSuite suite, String kind, KeyUse use) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return suite.key(secret, kind + suffix(), use);
    }

    private String suffix() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    JWK signing(MessageSuite suite) {
        return pairs(suite).signing;
    }

    JWK receiving(MessageSuite suite) {
        return pairs(suite).receiving;
    }

    String publicKeys(MessageSuite suite) {
        return new JWKSet(List.of(signing(suite).toPublicJWK(), receiving(suite).toPublicJWK())).toString();
    }

    /** The key for new codes of the unit. */
    CodeKey current(String unit) {
        return all(unit).getLast();
    }

    /** All keys whose codes may still be in use, oldest first. */
    List<CodeKey> all(String unit) {
        return codeKeys.computeIfAbsent(unit, u -> List.of(CodeKey.random("c" + suffix())));
    }

    /** Adds a new key, used for new codes from now on. */
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
