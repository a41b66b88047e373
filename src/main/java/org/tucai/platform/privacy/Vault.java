package org.tucai.platform.privacy;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Seals personal data with authenticated encryption (AES-256-GCM or SM4-GCM, as {@code tucai.algorithms} says). The context, such as a
 * column's name, is bound to the sealed bytes: what was sealed for one place does not open in another. The sealed bytes name
 * their key, so they can be opened even after the keys or the setting were changed.
 */
@Singleton
public class Vault {
    private final KeyRing keys;

    Vault(KeyRing keys) {
        this.keys = keys;
    }

    public byte[] seal(byte[] plain, String context) {
        try {
            return keys.aead().encrypt(plain, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal for " + context, e);
        }
    }

    /**
     * The plain bytes.
     *
     * @throws SealBrokenException when they were changed or sealed for another context, and when their key is missing
     */
    public byte[] open(byte[] sealed, String context) {
        try {
            return keys.aead().decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(context, e);
        }
    }

    /** Base 64 of the sealed UTF-8 text. */
    public String sealText(String plain, String context) {
        return Base64.getEncoder().encodeToString(seal(bytes(plain), context));
    }

    /** The text, as {@link #open}. */
    public String openText(String sealed, String context) {
        return new String(open(decoded(sealed, context), context), StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String sealed, String context) {
        try {
            return Base64.getDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            throw new SealBrokenException(context, e);
        }
    }

    /**
     * A keyed hash for finding sealed values by equality; it stays the same when the keys or the setting are changed.
     *
     * @param normalised the value in its one written form
     * @param context the column, so that equal values in two columns do not look alike
     * @return 43 characters of base64url
     */
    public String blindIndex(String normalised, String context) {
        return keys.lookup("blind-index/" + context).of(normalised);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
