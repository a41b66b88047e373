package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.junit.jupiter.api.Test;

/** SM2 against the examples of GB/T 32918.5-2017. */
class Sm2StandardTest {
    private static final String X = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
    private static final String Y = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final JWSHeader HEADER = new JWSHeader(MessageSuite.SM2.signature());

    private final Sm2Key key = pair("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");

    /** The secret that yields this private key is one less. */
    private static Sm2Key pair(String d) {
        byte[] less = new BigInteger(d, 16).subtract(BigInteger.ONE).toByteArray();
        byte[] secret = new byte[64];
        System.arraycopy(less, 0, secret, secret.length - less.length, less.length);
        return Sm2Key.fromSecret(secret, "example", KeyUse.SIGNATURE);
    }

    private static Base64URL encoded(String hex) {
        return Base64URL.encode(HexFormat.of().parseHex(hex));
    }

    private static Map<String, Object> published(String x, String y) {
        return new HashMap<>(Map.of(
                "kty",
                "EC",
                "crv",
                "SM2",
                "use",
                "sig",
                "kid",
                "example",
                "x",
                encoded(x).toString(),
                "y",
                encoded(y).toString()));
    }

    @Test
    void aPrivateKeyHasThePublicKeyOfTheStandard() throws ParseException {
        assertThat(key.toPublicJWK()).isEqualTo(Sm2Key.readPublic(published(X, Y)));
    }

    @Test
    void theSignatureOfTheStandardIsValid() {
        Base64URL signature = encoded("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
        Sm2Signature verifier = new Sm2Signature(key.toPublicJWK());

        assertThat(verifier.verify(HEADER, bytes("message digest"), signature)).isTrue();
        assertThat(verifier.verify(HEADER, bytes("message Digest"), signature)).isFalse();
    }

    @Test
    void ourSignatureHasSixtyFourBytesAndIsValid() throws JOSEException {
        Base64URL signature = new Sm2Signature(key).sign(HEADER, bytes("图像"));

        assertThat(signature.decode()).hasSize(64);
        assertThat(new Sm2Signature(key.toPublicJWK()).verify(HEADER, bytes("图像"), signature))
                .isTrue();
    }

    @Test
    void aZeroOrShortSignatureOrACriticalHeaderIsInvalid() throws JOSEException {
        Base64URL signature = new Sm2Signature(key).sign(HEADER, bytes("图像"));
        JWSHeader critical =
                new JWSHeader.Builder(HEADER).criticalParams(Set.of("b64")).build();
        Sm2Signature verifier = new Sm2Signature(key);

        assertThat(verifier.verify(HEADER, bytes("图像"), Base64URL.encode(new byte[64])))
                .isFalse();
        assertThat(verifier.verify(HEADER, bytes("图像"), Base64URL.encode(Arrays.copyOf(signature.decode(), 63))))
                .isFalse();
        assertThat(verifier.verify(critical, bytes("图像"), signature)).isFalse();
    }

    /** In the order C1, C3, C2. */
    @Test
    void theCipherTextOfTheStandardOpens() throws InvalidCipherTextException {
        byte[] cipherText = HexFormat.of()
                .parseHex("04" + "04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73"
                        + "E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0"
                        + "59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766"
                        + "21886CA989CA9C7D58087307CA93092D651EFA");
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, key.privateKey());

        assertThat(engine.processBlock(cipherText, 0, cipherText.length)).isEqualTo(bytes("encryption standard"));
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefusedAsAKey() {
        assertThatThrownBy(() -> Sm2Key.readPublic(published(X, X))).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> Sm2Key.readPublic(published("00", "00"))).isInstanceOf(ParseException.class);
        Map<String, Object> half = published(X, Y);
        half.remove("y");
        assertThatThrownBy(() -> Sm2Key.readPublic(half)).isInstanceOf(ParseException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
