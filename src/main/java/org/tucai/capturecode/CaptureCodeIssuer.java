package org.tucai.capturecode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.IdTail;

/** The authority's side: masks a student's facts and seals them into a code for one unit. */
public final class CaptureCodeIssuer {
    private final InstantSource clock;
    private final Duration valid;

    /** @param valid how long a code opens */
    public CaptureCodeIssuer(InstantSource clock, Duration valid) {
        this.clock = clock;
        this.valid = valid;
    }

    /**
     * A student as the authority knows one; prints nothing of it.
     *
     * @param name in full
     * @param idNumber 18 characters
     */
    public record Student(
            String studentUniqueNo,
            String name,
            String idNumber,
            String schoolCode,
            String schoolName,
            String level,
            String major,
            @Nullable String studentNo,
            String enrolmentNo,
            LocalDate expectedGraduation) {
        private static final int ID_LENGTH = 18;

        public Student {
            if (idNumber.length() != ID_LENGTH || name.isEmpty()) {
                throw new IllegalArgumentException("a student has a name and an ID number of 18 characters");
            }
        }

        @Override
        public String toString() {
            return "Student[school " + schoolCode + "]";
        }
    }

    /** The text of a fresh code. */
    public String issue(Student s, CodeKey key) {
        return CaptureCodeFormat.seal(facts(s), key);
    }

    private CaptureCode facts(Student s) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        String id = s.idNumber().toUpperCase(Locale.ROOT);
        return new CaptureCode(
                s.studentUniqueNo(),
                maskName(s.name()),
                id.substring(0, 4) + "*".repeat(id.length() - 4),
                s.schoolCode(),
                s.schoolName(),
                s.level(),
                s.major(),
                s.studentNo(),
                s.enrolmentNo(),
                s.expectedGraduation(),
                now,
                now.plus(valid),
                LastFourHash.of(new IdTail(id.substring(id.length() - 4))));
    }

    /** The first character stays. */
    private static String maskName(String name) {
        int rest = name.codePointCount(0, name.length()) - 1;
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(rest);
    }
}
