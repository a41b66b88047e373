package org.tucai.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * SM2 signatures with SM3 (GB/T 32918.2-2016), with the default signer identity of GM/T 0009. As in JOSE's ECDSA signatures, r and s
 * are concatenated, 32 bytes each.
 */
final class Sm2Signature extends BaseJWSProvider implements JWSSigner, JWSVerifier {
    private static final byte[] NAME = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private final Sm2Key key;

    Sm2Signature(Sm2Key key) {
        super(Set.of(MessageSuite.SM2.signature()));
        this.key = key;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
        try {
            return Base64URL.encode(of(true, key.privateKey(), input).generateSignature());
        } catch (CryptoException e) {
            throw new JOSEException("cannot sign", e);
        }
    }

    /** Refuses headers with critical parameters ({@code crit}); ours have none. */
    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL signature) {
        return header.getCriticalParams() == null
                && of(false, key.publicKey(), input).verifySignature(signature.decode());
    }

    private static SM2Signer of(boolean signing, ECKeyParameters key, byte[] input) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(signing, new ParametersWithID(key, NAME));
        signer.update(input, 0, input.length);
        return signer;
    }
}
