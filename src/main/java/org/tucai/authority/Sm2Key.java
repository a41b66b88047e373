package org.tucai.authority;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyRevocation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * A key on the SM2 curve (GB/T 32918.5-2017), as a JWK of {@code kty} {@code EC} whose {@code crv} is {@code SM2}. That name is ours,
 * because JOSE registers none; a class of its own, because the library's EC keys refuse curves they do not know.
 */
final class Sm2Key extends JWK {
    /** The value of {@code crv}. */
    static final String CURVE = "SM2";

    private static final long serialVersionUID = 1L;
    private static final ECDomainParameters SM2 = new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));
    private static final int FIELD_BITS = 256;

    private final Base64URL x;
    private final Base64URL y;
    private final @Nullable Base64URL d;

    private Sm2Key(Base64URL x, Base64URL y, @Nullable Base64URL d, @Nullable KeyUse use, @Nullable String kid) {
        super(KeyType.EC, use, null, null, kid, null, null, null, null, null, null, null, null, null);
        this.x = x;
        this.y = y;
        this.d = d;
        publicKey(); // refuses a point that is not on the curve
    }

    /**
     * The key pair derived from a secret, always the same.
     *
     * @param secret 64 random bytes: twice the key's length, so that the modular reduction leaves no noticeable bias
     */
    static Sm2Key fromSecret(byte[] secret, String kid, KeyUse use) {
        if (secret.length != 64) {
            throw new IllegalArgumentException("64 bytes make a key");
        }
        BigInteger d = new BigInteger(1, secret)
                .mod(SM2.getN().subtract(BigInteger.TWO)) // the standard allows 1 to n-2
                .add(BigInteger.ONE);
        ECPoint q = SM2.getG().multiply(d).normalize();
        return new Sm2Key(
                coordinate(q.getAffineXCoord().toBigInteger()),
                coordinate(q.getAffineYCoord().toBigInteger()),
                coordinate(d),
                use,
                kid);
    }

    /** Reads a public key; ignores private members. */
    static Sm2Key readPublic(Map<String, Object> json) throws ParseException {
        Base64URL x = JSONObjectUtils.getBase64URL(json, "x");
        Base64URL y = JSONObjectUtils.getBase64URL(json, "y");
        if (x == null || y == null) {
            throw new ParseException("an SM2 key has x and y", 0);
        }
        try {
            return new Sm2Key(
                    x,
                    y,
                    null,
                    KeyUse.parse(JSONObjectUtils.getString(json, "use")),
                    JSONObjectUtils.getString(json, "kid"));
        } catch (IllegalArgumentException e) {
            throw (ParseException) new ParseException("not a point of SM2's curve", 0).initCause(e);
        }
    }

    private static Base64URL coordinate(BigInteger value) {
        return ECKey.encodeCoordinate(FIELD_BITS, value);
    }

    ECPublicKeyParameters publicKey() {
        return new ECPublicKeyParameters(
                SM2.getCurve().createPoint(x.decodeToBigInteger(), y.decodeToBigInteger()), SM2);
    }

    ECPrivateKeyParameters privateKey() {
        return new ECPrivateKeyParameters(
                Objects.requireNonNull(d, "a public key neither signs nor opens")
                        .decodeToBigInteger(),
                SM2);
    }

    @Override
    public boolean isPrivate() {
        return d != null;
    }

    @Override
    public Sm2Key toPublicJWK() {
        return new Sm2Key(x, y, null, getKeyUse(), getKeyID());
    }

    @Override
    public JWK toRevokedJWK(KeyRevocation revocation) {
        throw new UnsupportedOperationException("a new generation takes the place of a key, none is marked as revoked");
    }

    @Override
    public int size() {
        return FIELD_BITS;
    }

    @Override
    @SuppressWarnings("NonApiType") // required by the overridden method
    public LinkedHashMap<String, ?> getRequiredParams() {
        LinkedHashMap<String, String> required = new LinkedHashMap<>();
        required.put("crv", CURVE);
        required.put("kty", getKeyType().getValue());
        required.put("x", x.toString());
        required.put("y", y.toString());
        return required;
    }

    @Override
    public Map<String, Object> toJSONObject() {
        Map<String, Object> json = super.toJSONObject();
        json.putAll(getRequiredParams());
        if (d != null) {
            json.put("d", d.toString());
        }
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2Key key
                && super.equals(other)
                && x.equals(key.x)
                && y.equals(key.y)
                && Objects.equals(d, key.d);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), x, y, d);
    }
}
