package org.tucai.capturecode;

import io.micronaut.serde.annotation.Serdeable;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.tucai.platform.privacy.IdTail;

/**
 * A salted, slow hash of the last four characters of an ID number. It keeps the characters out of sight; with only some ten
 * thousand possible values it cannot keep them from someone who guesses on purpose, which is why it travels encrypted and
 * tries are counted.
 *
 * @param value base64url of 6 bytes of salt and 10 bytes of PBKDF2-HMAC-SHA-256 (10 000 rounds)
 */
@Serdeable
public record LastFourHash(String value) {
    private static final int SALT_BYTES = 6;
    private static final int HASH_BYTES = 10;
    private static final int ROUNDS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    public LastFourHash {
        if (Base64.getUrlDecoder().decode(value).length != SALT_BYTES + HASH_BYTES) {
            throw new IllegalArgumentException("not a hash of last four characters");
        }
    }

    /** With a fresh salt. */
    public static LastFourHash of(IdTail lastFour) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] both = Arrays.copyOf(salt, SALT_BYTES + HASH_BYTES);
        System.arraycopy(hash(salt, lastFour), 0, both, SALT_BYTES, HASH_BYTES);
        return new LastFourHash(Base64.getUrlEncoder().withoutPadding().encodeToString(both));
    }

    /** Takes some milliseconds: never inside a transaction. */
    public boolean matches(IdTail lastFour) {
        byte[] both = Base64.getUrlDecoder().decode(value);
        byte[] salt = Arrays.copyOf(both, SALT_BYTES);
        return MessageDigest.isEqual(Arrays.copyOfRange(both, SALT_BYTES, both.length), hash(salt, lastFour));
    }

    private static byte[] hash(byte[] salt, IdTail lastFour) {
        try {
            PBEKeySpec spec = new PBEKeySpec(lastFour.value().toCharArray(), salt, ROUNDS, HASH_BYTES * 8);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "****";
    }
}
