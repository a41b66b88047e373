package org.tucai.platform.privacy;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Seals with the newest keys, by the algorithms of the setting, and opens what either family sealed. Tink's bytes begin with 1 and the
 * number of its key; those of SM4-GCM with 4 and the generation of the keys, then nonce, cipher text and tag. Both are 33 bytes longer
 * than what they seal.
 *
 * <p>One generation's SM4 key may seal 2³² times with random nonces (NIST SP 800-38D, 8.3); a large unit seals some tens of millions
 * of values a year.
 */
final class Sealing implements Aead {
    private static final byte NATIONAL_MARK = 4;
    private static final int MARK_BYTES = 1 + Integer.BYTES;
    private static final int HEAD_BYTES = MARK_BYTES + Sm4Gcm.NONCE_BYTES;

    private final KeyFile keys;
    private final Aead international;
    private final Algorithms algorithms;
    private final SecureRandom random = new SecureRandom();

    Sealing(KeyFile keys, Algorithms algorithms) throws GeneralSecurityException {
        this.keys = keys;
        this.international = keys.aead();
        this.algorithms = algorithms;
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
        if (algorithms == Algorithms.INTERNATIONAL) {
            return international.encrypt(plain, context);
        }
        byte[] nonce = new byte[Sm4Gcm.NONCE_BYTES];
        random.nextBytes(nonce);
        int generation = keys.generations();
        byte[] sealed = Sm4Gcm.seal(key(generation), nonce, plain, context, HEAD_BYTES);
        ByteBuffer.wrap(sealed).put(NATIONAL_MARK).putInt(generation).put(nonce);
        return sealed;
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
        if (sealed.length < HEAD_BYTES || sealed[0] != NATIONAL_MARK) {
            return international.decrypt(sealed, context);
        }
        int generation = ByteBuffer.wrap(sealed).getInt(1);
        if (generation < 1 || generation > keys.generations()) {
            throw new GeneralSecurityException("sealed with keys that are not in the file");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, MARK_BYTES, HEAD_BYTES);
        return Sm4Gcm.open(key(generation), nonce, sealed, context, HEAD_BYTES);
    }

    private byte[] key(int generation) {
        return Arrays.copyOf(keys.secret(generation, "sealing/sm4-gcm", Algorithms.NATIONAL), Sm4Gcm.KEY_BYTES);
    }
}
