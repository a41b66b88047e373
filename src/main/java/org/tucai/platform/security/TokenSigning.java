package org.tucai.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Base64;
import org.tucai.platform.privacy.KeyRing;

/** Signs access tokens with a secret derived from the key file: HS256, nothing else is accepted. */
@Factory
class TokenSigning {
    @Singleton
    @Named("generator")
    SignatureGeneratorConfiguration signature(KeyRing keys) {
        SecretSignatureConfiguration configuration = new SecretSignatureConfiguration("generator");
        configuration.setBase64(true);
        configuration.setSecret(Base64.getEncoder().encodeToString(keys.secret("access-token")));
        configuration.setJwsAlgorithm(JWSAlgorithm.HS256);
        return new SecretSignature(configuration);
    }
}
