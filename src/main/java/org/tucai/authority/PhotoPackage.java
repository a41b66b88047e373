package org.tucai.authority;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * One accepted photo on its way to the authority, tied to its student record. {@code toString} shows nothing of the student.
 *
 * @param packageNo the unit's number; identifies the package, however often it arrives
 * @param unit the unit's code
 * @param packedAt when it was built
 * @param studentUniqueNo 学生唯一编号
 * @param enrolmentNo 学籍
 * @param schoolCode 院校代码
 * @param sha256 of the picture file, lower-case hex
 * @param picture the JPEG file in base64
 */
@Serdeable
public record PhotoPackage(
        String packageNo,
        String unit,
        Instant packedAt,
        String studentUniqueNo,
        String enrolmentNo,
        String schoolCode,
        String sha256,
        String picture) {
    @Override
    public String toString() {
        return "PhotoPackage[" + packageNo + "]";
    }
}
