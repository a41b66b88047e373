package org.tucai.platform.privacy;

import java.security.GeneralSecurityException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The block cipher SM4 (GB/T 32907-2016) in Galois/Counter Mode, with the figures of RFC 8998: a nonce of 96 bits and a tag of 128.
 * A nonce must never come twice with one key.
 */
public final class Sm4Gcm {
    public static final int KEY_BYTES = 16;
    public static final int NONCE_BYTES = 12;
    public static final int TAG_BYTES = 16;

    private Sm4Gcm() {}

    /**
     * The cipher text, and behind it the tag.
     *
     * @param context bound to it and not in it
     * @param room so many bytes are left free before the cipher text, so that what belongs there needs no copy
     */
    public static byte[] seal(byte[] key, byte[] nonce, byte[] plain, byte[] context, int room) {
        GCMModeCipher cipher = cipher(true, key, nonce, context);
        byte[] sealed = new byte[Math.addExact(room, plain.length + TAG_BYTES)];
        try {
            int done = cipher.processBytes(plain, 0, plain.length, sealed, room);
            cipher.doFinal(sealed, room + done);
            return sealed;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e); // said of opening only
        }
    }

    /**
     * The plain bytes.
     *
     * @param from where the cipher text begins; the tag ends it
     * @throws GeneralSecurityException when anything was changed, or is of another key, nonce or context
     */
    public static byte[] open(byte[] key, byte[] nonce, byte[] sealed, byte[] context, int from)
            throws GeneralSecurityException {
        int length = sealed.length - from - TAG_BYTES;
        if (length < 0) {
            throw new GeneralSecurityException("too short");
        }
        GCMModeCipher cipher = cipher(false, key, nonce, context);
        byte[] plain = new byte[length];
        try {
            int done = cipher.processBytes(sealed, from, sealed.length - from, plain, 0);
            cipher.doFinal(plain, done);
            return plain;
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException("changed, or not for this place", e);
        }
    }

    private static GCMModeCipher cipher(boolean sealing, byte[] key, byte[] nonce, byte[] context) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BYTES * 8, nonce, context));
        return cipher;
    }
}
