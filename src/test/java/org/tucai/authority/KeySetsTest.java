package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeySetsTest {
    @Test
    void readsTheKeysOfBothSuitesAndIgnoresOthers() throws ParseException, JOSEException {
        byte[] secret = new byte[64];
        secret[0] = 1;
        JWK p256 = MessageSuite.P256.key(secret, "p256", KeyUse.SIGNATURE);
        JWK sm2 = MessageSuite.SM2.key(secret, "sm2", KeyUse.SIGNATURE);
        JWK rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        JWK p384 = new ECKeyGenerator(Curve.P_384).keyID("p384").generate();

        JWKSet read = KeySets.parse(new JWKSet(List.of(rsa, p384, p256, sm2)).toString());

        assertThat(read.getKeys())
                .extracting(JWK::getKeyID, MessageSuite::of)
                .containsExactlyInAnyOrder(tuple("p256", MessageSuite.P256), tuple("sm2", MessageSuite.SM2));
    }
}
