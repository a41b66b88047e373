package org.tucai.staff;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.tucai.platform.privacy.Sha256;

/**
 * The secret of a school's client: 256 random bits as 43 characters of base64url after {@code tcs_}.
 *
 * @param value shown once
 */
record ClientSecret(String value) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ClientSecret make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ClientSecret("tcs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "ClientSecret[…]";
    }
}
