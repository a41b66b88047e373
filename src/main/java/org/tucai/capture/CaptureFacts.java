package org.tucai.capture;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the capture code says about the student; stored sealed, never logged, and not printed by {@link #toString()}.
 *
 * @param studentUniqueNo 学生唯一编号
 * @param maskedName as the authority masks it
 * @param maskedIdNumber as the authority masks it
 * @param level 层次
 * @param major 专业
 * @param studentNo 学号, where the school gives one
 * @param enrolmentNo 学籍
 */
@Serdeable
public record CaptureFacts(
        String studentUniqueNo,
        String maskedName,
        String maskedIdNumber,
        String schoolCode,
        String schoolName,
        String level,
        String major,
        @Nullable String studentNo,
        String enrolmentNo,
        LocalDate expectedGraduation) {
    /** The class of students whose code carries no 学号. */
    public static final String WITHOUT_STUDENT_NO = "无学号";

    /**
     * The first characters of the 学号, by which many schools number their classes: capture codes carry no class, and schools may not hand
     * the unit lists of their classes.
     */
    public String classNo(int characters) {
        return studentNo == null || studentNo.isBlank()
                ? WITHOUT_STUDENT_NO
                : studentNo.substring(0, Math.min(characters, studentNo.length()));
    }

    @Override
    public String toString() {
        return "CaptureFacts[***]";
    }
}
