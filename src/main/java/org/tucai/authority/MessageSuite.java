package org.tucai.authority;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import org.tucai.platform.privacy.Algorithms;

/** The algorithms by which a message is sealed. A message uses a single suite, that of its keys. */
public enum MessageSuite {
    /** ES256, ECDH-ES+A256KW and A256GCM of JOSE, with keys on P-256. */
    P256(JWSAlgorithm.ES256, JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM) {
        @Override
        public JWK key(byte[] secret, String kid, KeyUse use) {
            return KeyMaking.fromSecret(secret, kid, use);
        }

        @Override
        JWSSigner signer(JWK own) throws JOSEException {
            return new ECDSASigner(own.toECKey());
        }

        @Override
        JWSVerifier verifier(JWK theirs) throws JOSEException {
            return new ECDSAVerifier(theirs.toECKey().toPublicJWK());
        }

        @Override
        JWEEncrypter encrypter(JWK theirs) throws JOSEException {
            return new ECDHEncrypter(theirs.toECKey().toPublicJWK());
        }

        @Override
        JWEDecrypter decrypter(JWK own) throws JOSEException {
            return new ECDHDecrypter(own.toECKey());
        }
    },
    /**
     * The national algorithms. JOSE registers none, so the names in the headers are ours: {@code alg} {@code SM2} is an SM2 signature with
     * SM3 in the outer header and SM2 public-key encryption in the inner one; {@code enc} {@code SM4GCM} is SM4 in GCM with JOSE's 96-bit
     * nonce and 128-bit tag.
     */
    SM2(new JWSAlgorithm("SM2"), new JWEAlgorithm("SM2"), new EncryptionMethod("SM4GCM")) {
        @Override
        public JWK key(byte[] secret, String kid, KeyUse use) {
            return Sm2Key.fromSecret(secret, kid, use);
        }

        @Override
        JWSSigner signer(JWK own) {
            return new Sm2Signature((Sm2Key) own);
        }

        @Override
        JWSVerifier verifier(JWK theirs) {
            return new Sm2Signature((Sm2Key) theirs);
        }

        @Override
        JWEEncrypter encrypter(JWK theirs) {
            return new Sm2Encryption((Sm2Key) theirs);
        }

        @Override
        JWEDecrypter decrypter(JWK own) {
            return new Sm2Encryption((Sm2Key) own);
        }
    };

    private final JWSAlgorithm signature;
    private final JWEAlgorithm wrapping;
    private final EncryptionMethod encryption;

    MessageSuite(JWSAlgorithm signature, JWEAlgorithm wrapping, EncryptionMethod encryption) {
        this.signature = signature;
        this.wrapping = wrapping;
        this.encryption = encryption;
    }

    /** The suite to which a key belongs. */
    public static MessageSuite of(JWK key) {
        return key instanceof Sm2Key ? SM2 : P256;
    }

    static MessageSuite of(Algorithms algorithms) {
        return algorithms == Algorithms.NATIONAL ? SM2 : P256;
    }

    /**
     * Derives a key pair of this suite; the same secret always gives the same pair.
     *
     * @param secret 64 random bytes
     */
    public abstract JWK key(byte[] secret, String kid, KeyUse use);

    abstract JWSSigner signer(JWK own) throws JOSEException;

    abstract JWSVerifier verifier(JWK theirs) throws JOSEException;

    abstract JWEEncrypter encrypter(JWK theirs) throws JOSEException;

    abstract JWEDecrypter decrypter(JWK own) throws JOSEException;

    JWSAlgorithm signature() {
        return signature;
    }

    JWEAlgorithm wrapping() {
        return wrapping;
    }

    EncryptionMethod encryption() {
        return encryption;
    }

    /** The family of algorithms that derives the secrets of this suite's keys. */
    Algorithms family() {
        return this == SM2 ? Algorithms.NATIONAL : Algorithms.INTERNATIONAL;
    }

    /** Whether a message with this inner header is encrypted by this suite. */
    boolean encrypts(JWEHeader header) {
        return wrapping.equals(header.getAlgorithm())
                && encryption.equals(header.getEncryptionMethod())
                && header.getCompressionAlgorithm() == null;
    }
}
