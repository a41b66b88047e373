package org.tucai.payment.sandbox;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** The channel's signature over {@code timestamp \n nonce \n body \n}. Its key lives as long as the process. */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
class SandboxSignature {
    static final String TIMESTAMP = "Pay-Timestamp";
    static final String NONCE = "Pay-Nonce";
    static final String SIGNATURE = "Pay-Signature";
    private static final String ALGORITHM = "Ed25519";

    private final KeyPair keys;

    SandboxSignature() {
        try {
            keys = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(String timestamp, String nonce, String body) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(keys.getPrivate());
            signer.update(message(timestamp, nonce, body));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean holds(String timestamp, String nonce, String body, String signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(keys.getPublic());
            verifier.update(message(timestamp, nonce, body));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // malformed
        }
    }

    private static byte[] message(String timestamp, String nonce, String body) {
        return (timestamp + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
