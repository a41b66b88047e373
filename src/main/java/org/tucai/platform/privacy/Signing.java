package org.tucai.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;

/**
 * Signs texts that come back to this installation, with a keyed hash by the algorithms of the setting. A signature by the other family is
 * valid, too: neither is broken, and what was signed before the setting was changed stays usable.
 */
public final class Signing {
    private final Function<Algorithms, KeyedHash> hashes;
    private final Algorithms algorithms;
    private final int bytes;

    Signing(Function<Algorithms, KeyedHash> hashes, Algorithms algorithms, int bytes) {
        this.hashes = hashes;
        this.algorithms = algorithms;
        this.bytes = bytes;
    }

    /** In base64url. */
    public String of(String text) {
        return by(algorithms, text);
    }

    /** Whether this installation made that signature of that text. */
    public boolean holds(String text, String signature) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        Algorithms others = algorithms == Algorithms.NATIONAL ? Algorithms.INTERNATIONAL : Algorithms.NATIONAL;
        return isSame(given, by(algorithms, text)) || isSame(given, by(others, text));
    }

    private static boolean isSame(byte[] given, String signature) {
        return MessageDigest.isEqual(given, signature.getBytes(StandardCharsets.UTF_8));
    }

    private String by(Algorithms family, String text) {
        byte[] full = hashes.apply(family).of(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, bytes));
    }
}
