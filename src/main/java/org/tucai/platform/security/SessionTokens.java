package org.tucai.platform.security;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;

/**
 * The tokens of a session.
 *
 * @param accessToken for the {@code Authorization: Bearer} header
 * @param tokenType always {@code Bearer}
 * @param expiresIn lifetime of the access token in seconds
 * @param refreshToken valid for one {@code POST /api/v1/tokens}; absent for clients that sign in again instead
 * @param refreshBefore when the session ends unless it is refreshed
 * @param sessionNo public number of the session
 */
@Serdeable
public record SessionTokens(
        String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken,
        @Nullable OffsetDateTime refreshBefore,
        String sessionNo) {
    @Override
    public String toString() {
        return "SessionTokens[" + sessionNo + "]";
    }
}
