package org.tucai.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWECryptoParts;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.impl.BaseJWEProvider;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.Sm4Gcm;

/**
 * Encrypts the content by SM4-GCM under a fresh key, bound to the header, and that key by SM2 public-key encryption (GB/T 32918.4-2016)
 * as uncompressed point C1, hash C3, encrypted key C2.
 */
final class Sm2Encryption extends BaseJWEProvider implements JWEEncrypter, JWEDecrypter {
    private static final int WRAPPED_BYTES = 65 + 32 + Sm4Gcm.KEY_BYTES;

    private final Sm2Key key;
    private final SecureRandom random = new SecureRandom();

    Sm2Encryption(Sm2Key key) {
        super(Set.of(MessageSuite.SM2.wrapping()), Set.of(MessageSuite.SM2.encryption()));
        this.key = key;
    }

    @Override
    public JWECryptoParts encrypt(JWEHeader header, byte[] plain, byte[] context) throws JOSEException {
        byte[] contentKey = random(Sm4Gcm.KEY_BYTES);
        byte[] nonce = random(Sm4Gcm.NONCE_BYTES);
        SM2Engine wrapping = new SM2Engine(SM2Engine.Mode.C1C3C2);
        wrapping.init(true, new ParametersWithRandom(key.publicKey(), random));
        try {
            byte[] wrapped = wrapping.processBlock(contentKey, 0, contentKey.length);
            byte[] sealed = Sm4Gcm.seal(contentKey, nonce, plain, context, 0);
            return new JWECryptoParts(
                    header,
                    Base64URL.encode(wrapped),
                    Base64URL.encode(nonce),
                    Base64URL.encode(Arrays.copyOf(sealed, plain.length)),
                    Base64URL.encode(Arrays.copyOfRange(sealed, plain.length, sealed.length)));
        } catch (InvalidCipherTextException e) {
            throw new JOSEException("cannot encrypt", e);
        }
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public byte[] decrypt(
            JWEHeader header,
            @Nullable Base64URL wrappedKey,
            @Nullable Base64URL nonce,
            Base64URL cipherText,
            @Nullable Base64URL tag,
            byte[] context)
            throws JOSEException {
        byte[] wrapped = bytes(wrappedKey, WRAPPED_BYTES);
        byte[] ownTag = bytes(tag, Sm4Gcm.TAG_BYTES);
        byte[] text = cipherText.decode();
        byte[] sealed = ByteBuffer.allocate(text.length + ownTag.length)
                .put(text)
                .put(ownTag)
                .array();
        if (header.getCriticalParams() != null) {
            throw new JOSEException("something that has to be understood is not");
        }
        SM2Engine wrapping = new SM2Engine(SM2Engine.Mode.C1C3C2);
        wrapping.init(false, key.privateKey());
        try {
            byte[] contentKey = wrapping.processBlock(wrapped, 0, wrapped.length);
            return Sm4Gcm.open(contentKey, bytes(nonce, Sm4Gcm.NONCE_BYTES), sealed, context, 0);
        } catch (InvalidCipherTextException | GeneralSecurityException e) {
            throw new JOSEException("changed, or not for this receiver", e);
        }
    }

    private static byte[] bytes(@Nullable Base64URL part, int length) throws JOSEException {
        byte[] bytes = part == null ? new byte[0] : part.decode();
        if (bytes.length != length) {
            throw new JOSEException("a part is missing or of another length");
        }
        return bytes;
    }
}
