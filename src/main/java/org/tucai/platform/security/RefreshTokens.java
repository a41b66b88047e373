package org.tucai.platform.security;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tucai.platform.privacy.KeyRing;
import org.tucai.platform.privacy.Signing;

/**
 * Writes and reads refresh tokens: session, generation, and an HMAC over both. Nothing in the database allows one to be made,
 * and every token ever issued is recognised, so that the use of an old one shows.
 */
@Singleton
class RefreshTokens {
    private static final int SIGNATURE_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("(ses_[0-9A-Z]{20})\\.(\\d{1,9})\\.([\\w-]{43})");

    private final Signing signing;

    RefreshTokens(KeyRing keys) {
        this.signing = keys.signing("refresh-token", SIGNATURE_BYTES);
    }

    /** A genuine token. */
    record Claim(String sessionNo, int generation) {}

    String issue(String sessionNo, int generation) {
        String claim = sessionNo + "." + generation;
        return claim + "." + signing.of(claim);
    }

    /** Empty when we did not issue it. */
    Optional<Claim> read(String token) {
        Matcher matcher = FORM.matcher(token);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String claim = matcher.group(1) + "." + matcher.group(2);
        return signing.holds(claim, matcher.group(3))
                ? Optional.of(new Claim(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
