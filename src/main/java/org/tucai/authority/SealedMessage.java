package org.tucai.authority;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message between the unit and the authority: a compact JWE (ECDH-ES+A256KW, A256GCM) inside a compact JWS (ES256). Only
 * the receiver can read it, and the receiver knows who sent it and for which purpose; a message for one purpose does not open
 * for another.
 */
public final class SealedMessage {
    private SealedMessage() {}

    /**
     * Encrypts, then signs.
     *
     * @param purpose such as {@code tucai-package}; bound to the message as its type
     * @param sender private P-256 key with a key id
     * @param receiver public P-256 key with a key id
     */
    public static String seal(String purpose, byte[] content, ECKey sender, ECKey receiver) {
        try {
            JWEObject encrypted = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                            .keyID(receiver.getKeyID())
                            .build(),
                    new Payload(content));
            encrypted.encrypt(new ECDHEncrypter(receiver.toPublicJWK()));
            JWSObject signed = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(purpose))
                            .contentType("JWE")
                            .keyID(sender.getKeyID())
                            .build(),
                    new Payload(encrypted.serialize()));
            signed.sign(new ECDSASigner(sender));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot seal a message", e);
        }
    }

    /**
     * Verifies, then decrypts.
     *
     * @param receiver private P-256 key
     * @param senders the sender's public keys, looked up by key id
     * @throws MessageRefused when it is not of that purpose, not by that sender, changed, or for someone else
     */
    public static byte[] open(String purpose, String message, ECKey receiver, JWKSet senders) throws MessageRefused {
        return open(purpose, message, kid -> receiver, senders);
    }

    /**
     * The same for a receiver with several keys.
     *
     * @param receivers the private P-256 key for the key id that the message names, or for none
     * @throws MessageRefused when it is not of that purpose, not by that sender, changed, or for someone else
     */
    static byte[] open(String purpose, String message, Function<@Nullable String, ECKey> receivers, JWKSet senders)
            throws MessageRefused {
        try {
            JWSObject signed = JWSObject.parse(message);
            JWK sender = sender(purpose, signed.getHeader(), senders);
            if (!signed.verify(new ECDSAVerifier(sender.toECKey().toPublicJWK()))) {
                throw notOfSender(purpose);
            }
            JWEObject encrypted = JWEObject.parse(signed.getPayload().toString());
            if (!JWEAlgorithm.ECDH_ES_A256KW.equals(encrypted.getHeader().getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(encrypted.getHeader().getEncryptionMethod())
                    || encrypted.getHeader().getCompressionAlgorithm() != null) {
                throw new MessageRefused("not encrypted as agreed");
            }
            encrypted.decrypt(
                    new ECDHDecrypter(receivers.apply(encrypted.getHeader().getKeyID())));
            return encrypted.getPayload().toBytes();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw new MessageRefused("not readable", e);
        }
    }

    /**
     * The first of these checks alone, made of the header: the message up to its first dot, or more of it.
     *
     * @throws MessageRefused when it is not of that purpose, or names none of those keys
     */
    static void requireSender(String purpose, String beginning, JWKSet senders) throws MessageRefused {
        try {
            int end = beginning.indexOf('.');
            sender(purpose, JWSHeader.parse(Base64URL.from(beginning.substring(0, Math.max(end, 0)))), senders);
        } catch (ParseException | IllegalArgumentException e) {
            throw new MessageRefused("not readable", e);
        }
    }

    private static JWK sender(String purpose, JWSHeader header, JWKSet senders) throws MessageRefused {
        JWK sender = header.getKeyID() == null ? null : senders.getKeyByKeyId(header.getKeyID());
        if (sender == null
                || !JWSAlgorithm.ES256.equals(header.getAlgorithm())
                || !new JOSEObjectType(purpose).equals(header.getType())) {
            throw notOfSender(purpose);
        }
        return sender;
    }

    private static MessageRefused notOfSender(String purpose) {
        return new MessageRefused("not a " + purpose + " signed by its sender");
    }
}
