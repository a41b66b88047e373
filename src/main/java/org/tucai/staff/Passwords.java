package org.tucai.staff;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.ProblemException;

/**
 * Hashes passwords with Argon2id, 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet), stored as PHC strings so
 * that the cost can be raised later. Slow on purpose: never call inside a transaction.
 */
@Singleton
class Passwords {
    private static final FieldError TOO_WEAK = new FieldError(
            "至少 10 个字符，其中至少 6 个不同，且不含账号名",
            "must have at least 10 characters, at least 6 of them different, and not contain the name",
            "/newPassword");

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int SHORTEST = 10;

    /** Concurrent hashes. Each takes 19 MiB: a burst of sign-ins must not exhaust the heap. */
    private static final int AT_ONCE = 4;

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([\\w+/]+)\\$([\\w+/]+)");
    private static final String READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int ONE_TIME_LENGTH = 16;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final int memoryKib;
    private final String nobodys;

    @Inject
    Passwords() {
        this(MEMORY_KIB);
    }

    /** @param memoryKib what new hashes cost; those that exist cost what they say */
    Passwords(int memoryKib) {
        this.memoryKib = memoryKib;
        this.nobodys = hash(oneTime());
    }

    final String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2(password, salt, memoryKib, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%s,t=%s,p=%s$%s$%s" // not %d, whose digits depend on the locale
                .formatted(memoryKib, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] actual = argon2(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** A hash that no password matches, so that sign-ins with an unknown name take as long as others. */
    String nobodys() {
        return nobodys;
    }

    private byte[] argon2(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        byte[] hash = new byte[length];
        room.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            room.release();
        }
        return hash;
    }

    /** A one-time password: 16 characters (78 bits) in groups of four, without characters that look alike. */
    final String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < ONE_TIME_LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    /** Refuses passwords that are short, contain the name, or have few different characters. */
    static void requireGood(String password, String name) {
        boolean good = password.length() >= SHORTEST
                && !password.toLowerCase(Locale.ROOT).contains(name)
                && password.chars().distinct().count() > SHORTEST / 2;
        if (!good) {
            throw ProblemException.atFields(StaffProblem.WEAK_PASSWORD, List.of(TOO_WEAK));
        }
    }
}
