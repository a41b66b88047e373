package org.tucai.platform.security;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.ExpirationJwtClaimsValidator;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Date;

/** Accepts a token with a valid signature while it has not expired, by our clock, and its session has not ended. */
@Singleton
@Replaces(ExpirationJwtClaimsValidator.class)
class SessionClaims<T> implements GenericJwtClaimsValidator<T> {
    private final EndedSessions ended;
    private final InstantSource clock;

    SessionClaims(EndedSessions ended, InstantSource clock) {
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    public boolean validate(Claims claims, T request) {
        return claims.get(Claims.EXPIRATION_TIME) instanceof Date expiry
                && clock.instant().isBefore(expiry.toInstant())
                && claims.get(AccessTokens.SESSION_CLAIM) instanceof String sessionNo
                && !ended.contains(sessionNo);
    }
}
