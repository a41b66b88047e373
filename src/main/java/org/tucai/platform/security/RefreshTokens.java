package org.tucai.platform.security;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tucai.platform.privacy.KeyRing;

/**
 * Writes and reads refresh tokens: session, generation, and an HMAC over both. Nothing in the database allows one to be made,
 * and every token ever issued is recognised, so that the use of an old one shows.
 */
@Singleton
class RefreshTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("(ses_[0-9A-Z]{20})\\.(\\d{1,9})\\.([\\w-]{43})");

    private final SecretKeySpec key;

    RefreshTokens(KeyRing keys) {
        this.key = new SecretKeySpec(keys.secret("refresh-token"), ALGORITHM);
    }

    /** A genuine token. */
    record Claim(String sessionNo, int generation) {}

    String issue(String sessionNo, int generation) {
        String claim = sessionNo + "." + generation;
        return claim + "." + mac(claim);
    }

    /** Empty when we did not issue it. */
    Optional<Claim> read(String token) {
        Matcher matcher = FORM.matcher(token);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String claim = matcher.group(1) + "." + matcher.group(2);
        boolean genuine = MessageDigest.isEqual(
                mac(claim).getBytes(StandardCharsets.US_ASCII), matcher.group(3).getBytes(StandardCharsets.US_ASCII));
        return genuine
                ? Optional.of(new Claim(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    private String mac(String claim) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(claim.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
