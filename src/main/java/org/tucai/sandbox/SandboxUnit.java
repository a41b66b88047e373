package org.tucai.sandbox;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import org.tucai.authority.MessageSuite;

/** A unit that has introduced itself. */
record SandboxUnit(String code, JWKSet keys, String callbackUrl) {
    JWK receivingKey() {
        return keys.getKeys().stream()
                .filter(k -> KeyUse.ENCRYPTION.equals(k.getKeyUse()))
                .findFirst()
                .orElseThrow(() -> new Exchange.Refused(400, "no encryption key"));
    }

    /** The suite for messages in both directions. */
    MessageSuite suite() {
        return MessageSuite.of(receivingKey());
    }
}
