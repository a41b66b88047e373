package org.tucai.capturecode;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The facts of one enrolment (学籍) as its capture code carries them; never more than the authority shows.
 *
 * @param studentUniqueNo 学生唯一编号
 * @param maskedName such as {@code 张*}
 * @param maskedIdNumber such as {@code 3201**************}
 * @param schoolCode 院校代码
 * @param schoolName may end in an ellipsis where the code had no room
 * @param level 层次, such as {@code 本科}
 * @param major may end in an ellipsis where the code had no room
 * @param studentNo 学号 where given
 * @param enrolmentNo names the enrolment; one person may have several
 * @param expectedGraduation 预计毕业日期
 * @param issuedAt whole minutes
 * @param expiresAt whole minutes; from then on the code does not open
 * @param lastFour salted hash of the last four characters of the ID number
 */
@Serdeable
public record CaptureCode(
        String studentUniqueNo,
        String maskedName,
        String maskedIdNumber,
        String schoolCode,
        String schoolName,
        String level,
        String major,
        @Nullable String studentNo,
        String enrolmentNo,
        LocalDate expectedGraduation,
        Instant issuedAt,
        Instant expiresAt,
        LastFourHash lastFour) {

    CaptureCode withNames(String school, String majorName) {
        return new CaptureCode(
                studentUniqueNo,
                maskedName,
                maskedIdNumber,
                schoolCode,
                school,
                level,
                majorName,
                studentNo,
                enrolmentNo,
                expectedGraduation,
                issuedAt,
                expiresAt,
                lastFour);
    }

    /** Without the person's facts. */
    @Override
    public String toString() {
        return "CaptureCode[school " + schoolCode + ", expires " + expiresAt + "]";
    }
}
