package org.tucai.platform.privacy;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals personal data with authenticated encryption (AES-256-GCM). The context, such as a column's name, is bound to the
 * sealed bytes: what was sealed for one place does not open in another. They name the key, so that what was sealed before the keys were
 * exchanged opens too.
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

    /** The plain bytes; fails when they were changed or sealed for another context. */
    public byte[] open(byte[] sealed, String context) {
        try {
            return keys.aead().decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open what was sealed for " + context, e);
        }
    }

    /** Base 64 of the sealed UTF-8 text. */
    public String sealText(String plain, String context) {
        return Base64.getEncoder().encodeToString(seal(bytes(plain), context));
    }

    public String openText(String sealed, String context) {
        return new String(open(Base64.getDecoder().decode(sealed), context), StandardCharsets.UTF_8);
    }

    /**
     * A keyed hash for finding sealed values by equality, always the same, also after the keys were exchanged.
     *
     * @param normalised the value in its one written form
     * @param context the column, so that equal values in two columns do not look alike
     * @return 43 characters of base64url
     */
    public String blindIndex(String normalised, String context) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret("blind-index/" + context, 1), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(normalised)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
