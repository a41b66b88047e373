package org.tucai.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message between the unit and the authority: a compact JWE inside a compact JWS, with the algorithms of its keys' suite. Only the
 * receiver can read it, and knows its sender and purpose; a message for one purpose does not open for another.
 */
public final class SealedMessage {
    private SealedMessage() {}

    /**
     * Encrypts, then signs.
     *
     * @param purpose such as {@code tucai-package}; bound to the message as its type
     * @param sender private key with a key id
     * @param receiver public key with a key id, of the same suite
     */
    public static String seal(String purpose, byte[] content, JWK sender, JWK receiver) {
        MessageSuite suite = MessageSuite.of(sender);
        if (MessageSuite.of(receiver) != suite) {
            throw new IllegalArgumentException("the keys are of two suites");
        }
        try {
            JWEObject encrypted = new JWEObject(
                    new JWEHeader.Builder(suite.wrapping(), suite.encryption())
                            .keyID(receiver.getKeyID())
                            .build(),
                    new Payload(content));
            encrypted.encrypt(suite.encrypter(receiver));
            JWSObject signed = new JWSObject(
                    new JWSHeader.Builder(suite.signature())
                            .type(new JOSEObjectType(purpose))
                            .contentType("JWE")
                            .keyID(sender.getKeyID())
                            .build(),
                    new Payload(encrypted.serialize()));
            signed.sign(suite.signer(sender));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot seal a message", e);
        }
    }

    /**
     * Verifies, then decrypts.
     *
     * @param receiver private key
     * @param senders the sender's public keys, looked up by key id
     * @throws MessageRefused if it is not of this purpose, not by this sender, altered, or for another receiver
     */
    public static byte[] open(String purpose, String message, JWK receiver, JWKSet senders) throws MessageRefused {
        return open(purpose, message, kid -> receiver, senders);
    }

    /**
     * Verifies, then decrypts, for a receiver with several keys.
     *
     * @param receivers returns the private key for the key id that the message names, or for null if it names none
     * @throws MessageRefused if it is not of this purpose, not by this sender, altered, or for another receiver
     */
    static byte[] open(String purpose, String message, Function<@Nullable String, JWK> receivers, JWKSet senders)
            throws MessageRefused {
        try {
            JWSObject signed = JWSObject.parse(message);
            JWK sender = sender(purpose, signed.getHeader(), senders);
            MessageSuite suite = MessageSuite.of(sender);
            if (!signed.verify(suite.verifier(sender))) {
                throw notOfSender(purpose);
            }
            JWEObject encrypted = JWEObject.parse(signed.getPayload().toString());
            JWK receiver = receivers.apply(encrypted.getHeader().getKeyID());
            if (!suite.encrypts(encrypted.getHeader()) || MessageSuite.of(receiver) != suite) {
                throw new MessageRefused("not encrypted as agreed");
            }
            encrypted.decrypt(suite.decrypter(receiver));
            return encrypted.getPayload().toBytes();
        } catch (ParseException
                | JOSEException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException e) { // the library's own answer to a header that is null
            throw new MessageRefused("not readable", e);
        }
    }

    /**
     * Makes only the first check of {@code open}, that of the header.
     *
     * @param beginning the message at least up to its first dot
     * @throws MessageRefused if it is not of this purpose, or names none of the senders' keys
     */
    static void requireSender(String purpose, String beginning, JWKSet senders) throws MessageRefused {
        try {
            int end = beginning.indexOf('.');
            sender(purpose, JWSHeader.parse(Base64URL.from(beginning.substring(0, Math.max(end, 0)))), senders);
        } catch (ParseException | IllegalArgumentException | NullPointerException e) { // as above
            throw new MessageRefused("not readable", e);
        }
    }

    private static JWK sender(String purpose, JWSHeader header, JWKSet senders) throws MessageRefused {
        JWK sender = header.getKeyID() == null ? null : senders.getKeyByKeyId(header.getKeyID());
        if (sender == null
                || !MessageSuite.of(sender).signature().equals(header.getAlgorithm())
                || !new JOSEObjectType(purpose).equals(header.getType())) {
            throw notOfSender(purpose);
        }
        return sender;
    }

    private static MessageRefused notOfSender(String purpose) {
        return new MessageRefused("not a " + purpose + " signed by its sender");
    }
}
