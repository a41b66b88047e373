package org.tucai.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.tucai.capturecode.CaptureCodeIssuer;

/**
 * The student a code is wanted for; everything may be left out and is made up then.
 *
 * @param unit for which unit the code is made; {@code unit} if left out
 * @param validDays how long the code opens; 90 if left out
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = false) // a misspelt member would silently be made up
record StudentBody(
        @Nullable String unit,
        @Nullable Integer validDays,
        @Nullable String studentUniqueNo,
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable String schoolCode,
        @Nullable String schoolName,
        @Nullable String level,
        @Nullable String major,
        @Nullable String studentNo,
        @Nullable String enrolmentNo,
        @Nullable LocalDate expectedGraduation) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int USUAL_DAYS = 90;

    String unitOrDefault() {
        return Objects.requireNonNullElse(unit, "unit");
    }

    int days() {
        return Objects.requireNonNullElse(validDays, USUAL_DAYS);
    }

    CaptureCodeIssuer.Student student(LocalDate today) {
        String school = Objects.requireNonNullElse(schoolCode, "10001");
        String serial = String.format(Locale.ROOT, "%010d", RANDOM.nextLong(10_000_000_000L));
        return new CaptureCodeIssuer.Student(
                Objects.requireNonNullElse(
                        studentUniqueNo, "SU" + serial + String.format(Locale.ROOT, "%04d", RANDOM.nextInt(10_000))),
                Objects.requireNonNullElse(name, "张小明"),
                Objects.requireNonNullElse(idNumber, "32010220040101123X"),
                school,
                Objects.requireNonNullElse(schoolName, "示例大学"),
                Objects.requireNonNullElse(level, "本科"),
                Objects.requireNonNullElse(major, "计算机科学与技术"),
                studentNo == null ? "B" + serial.substring(2) : studentNo,
                Objects.requireNonNullElse(enrolmentNo, school + serial + "00"),
                expectedGraduation == null ? today.plusMonths(3) : expectedGraduation);
    }

    @Override
    public String toString() {
        return "StudentBody[***]";
    }
}
