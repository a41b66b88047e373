package org.tucai.capturecode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims inside a code: one-letter names, dates as days and times as minutes since 1970. */
final class CodeClaims {
    private static final long MINUTE = 60;

    private CodeClaims() {}

    static Map<String, Object> of(CaptureCode c) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("s", c.studentUniqueNo());
        claims.put("n", c.maskedName());
        claims.put("i", c.maskedIdNumber());
        claims.put("c", c.schoolCode());
        claims.put("u", c.schoolName());
        claims.put("l", c.level());
        claims.put("m", c.major());
        if (c.studentNo() != null) {
            claims.put("x", c.studentNo());
        }
        claims.put("e", c.enrolmentNo());
        claims.put("g", c.expectedGraduation().toEpochDay());
        claims.put("t", c.issuedAt().getEpochSecond() / MINUTE);
        claims.put("z", c.expiresAt().getEpochSecond() / MINUTE);
        claims.put("h", c.lastFour().value());
        return claims;
    }

    static CaptureCode read(Map<String, Object> claims) {
        return new CaptureCode(
                text(claims, "s"),
                text(claims, "n"),
                text(claims, "i"),
                text(claims, "c"),
                text(claims, "u"),
                text(claims, "l"),
                text(claims, "m"),
                (String) claims.get("x"),
                text(claims, "e"),
                LocalDate.ofEpochDay(number(claims, "g")),
                Instant.ofEpochSecond(Math.multiplyExact(number(claims, "t"), MINUTE)),
                Instant.ofEpochSecond(Math.multiplyExact(number(claims, "z"), MINUTE)),
                new LastFourHash(text(claims, "h")));
    }

    private static String text(Map<String, Object> claims, String name) {
        return present((String) claims.get(name), name);
    }

    private static long number(Map<String, Object> claims, String name) {
        return present((Number) claims.get(name), name).longValue();
    }

    private static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("claim " + name + " is missing");
        }
        return value;
    }
}
