package org.tucai.authority;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** Derives P-256 key pairs from secret bytes; the same bytes always give the same pair. */
final class KeyMaking {
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
    private static final int FIELD_BITS = 256;

    private KeyMaking() {}

    /**
     * The key pair derived from a secret.
     *
     * @param secret 64 random bytes: twice the key's length, so that the modular reduction leaves no noticeable bias
     */
    public static ECKey fromSecret(byte[] secret, String kid, KeyUse use) {
        if (secret.length != 64) {
            throw new IllegalArgumentException("64 bytes make a key");
        }
        BigInteger d = new BigInteger(1, secret)
                .mod(P256.getN().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        ECPoint q = P256.getG().multiply(d).normalize();
        return new ECKey.Builder(
                        Curve.P_256,
                        coordinate(q.getAffineXCoord().toBigInteger()),
                        coordinate(q.getAffineYCoord().toBigInteger()))
                .d(coordinate(d))
                .keyID(kid)
                .keyUse(use)
                .build();
    }

    private static Base64URL coordinate(BigInteger value) {
        return ECKey.encodeCoordinate(FIELD_BITS, value);
    }
}
