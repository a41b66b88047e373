package org.tucai.sandbox;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;

/** A unit that has introduced itself. */
record SandboxUnit(String code, JWKSet keys, String callbackUrl) {
    ECKey receivingKey() {
        return keys.getKeys().stream()
                .filter(k -> KeyUse.ENCRYPTION.equals(k.getKeyUse()))
                .map(JWK::toECKey)
                .findFirst()
                .orElseThrow(() -> new Exchange.Refused(400, "no encryption key"));
    }
}
