package org.tucai.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Writes access tokens: subject, its one role, its session, issue and expiry time; nothing personal. */
@Singleton
class AccessTokens {
    static final String SESSION_CLAIM = "sid";

    private final SignatureGeneratorConfiguration signature;

    AccessTokens(SignatureGeneratorConfiguration signature) {
        this.signature = signature;
    }

    String issue(LoginSession session, Instant now, Instant expiry) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(session.subject())
                .claim("roles", List.of(session.role().name()))
                .claim(SESSION_CLAIM, session.no())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiry))
                .build();
        try {
            return signature.sign(claims).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }
}
