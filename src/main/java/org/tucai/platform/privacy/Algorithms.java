package org.tucai.platform.privacy;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two families of algorithms; {@code tucai.algorithms} chooses the one for new data. What the other family sealed or signed earlier
 * remains valid: the data names its family, or both are tried.
 */
public enum Algorithms {
    /** AES-256-GCM, HMAC-SHA-256, P-256. */
    INTERNATIONAL,
    /** Those of the national standards (国密): SM4-GCM, HMAC-SM3, SM2. Nothing of them is loaded before it is used. */
    NATIONAL;

    private static final String HMAC_SHA_256 = "HmacSHA256";

    /** A keyed hash of these parts as if they were one: 32 bytes. */
    byte[] hash(byte[] key, byte[]... parts) {
        return this == NATIONAL ? Sm3.hmac(key, parts) : hmacSha256(key, parts);
    }

    private static byte[] hmacSha256(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC_SHA_256);
            mac.init(new SecretKeySpec(key, HMAC_SHA_256));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
