package org.tucai.capturecode;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A key that the authority and one unit share; prints without the secret.
 *
 * @param kid its name in the header of every code, 1-20 of {@code [0-9A-Za-z_-]}
 * @param secret base64url of 32 bytes
 */
public record CodeKey(String kid, String secret) {
    private static final int SECRET_BYTES = 32;

    public CodeKey {
        if (!isName(kid) || Base64.getUrlDecoder().decode(secret).length != SECRET_BYTES) {
            throw new IllegalArgumentException("a code key has a short name and 32 bytes");
        }
    }

    /** Whether a key can have that name. */
    static boolean isName(String kid) {
        return kid.matches("[0-9A-Za-z_-]{1,20}");
    }

    /** A fresh key. */
    public static CodeKey random(String kid) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new CodeKey(kid, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(secret);
    }

    @Override
    public String toString() {
        return "CodeKey[" + kid + "]";
    }
}
