package org.tucai.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A keyed hash (HMAC), which can be computed only with the key file. */
public final class KeyedHash {
    private final byte[] key;
    private final Algorithms algorithms;

    KeyedHash(byte[] key, Algorithms algorithms) {
        this.key = key;
        this.algorithms = algorithms;
    }

    /** Of these parts as if they were one: 32 bytes. */
    public byte[] of(byte[]... parts) {
        return algorithms.hash(key, parts);
    }

    /** Of a text: 43 characters of base64url. */
    String of(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
