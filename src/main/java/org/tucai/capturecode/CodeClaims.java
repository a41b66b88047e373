package org.tucai.capturecode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims inside a code: one-letter names, dates as days and times as minutes since 1970. */
final class CodeClaims {
    private static final long MINUTE = 60;

    /** Deflated, the facts may be far longer than the code; a student's are not, and what is kept of them has an end. */
    private static final int LONGEST_TEXT = 200;

    private static final int LONGEST_TOGETHER = 800;

    /** The API writes years with four digits, and China is eight hours ahead. */
    private static final int LAST_YEAR = 9999;

    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private CodeClaims() {}

    /**
     * The claims of a code.
     *
     * @throws IllegalArgumentException when {@link #read} would not take them
     */
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
        read(claims);
        return claims;
    }

    static CaptureCode read(Map<String, Object> claims) {
        int together = claims.values().stream()
                .mapToInt(value -> String.valueOf(value).length()) // a value may be JSON's null
                .sum();
        if (together > LONGEST_TOGETHER) {
            throw new IllegalArgumentException("the claims have more than " + LONGEST_TOGETHER + " characters");
        }
        return new CaptureCode(
                text(claims, "s"),
                text(claims, "n"),
                text(claims, "i"),
                text(claims, "c"),
                text(claims, "u"),
                text(claims, "l"),
                text(claims, "m"),
                claims.get("x") == null ? null : text(claims, "x"),
                text(claims, "e"),
                day(claims, "g"),
                minute(claims, "t"),
                minute(claims, "z"),
                new LastFourHash(text(claims, "h")));
    }

    private static String text(Map<String, Object> claims, String name) {
        String text = present((String) claims.get(name), name);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("claim " + name + " has more than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static LocalDate day(Map<String, Object> claims, String name) {
        LocalDate day = LocalDate.ofEpochDay(number(claims, name));
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("claim " + name + " is a day that no student record has");
        }
        return day;
    }

    private static Instant minute(Map<String, Object> claims, String name) {
        Instant minute = Instant.ofEpochSecond(Math.multiplyExact(number(claims, name), MINUTE));
        if (minute.isBefore(Instant.EPOCH) || minute.isAfter(LAST)) {
            throw new IllegalArgumentException("claim " + name + " is a time that no code has");
        }
        return minute;
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
