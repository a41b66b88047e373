package org.tucai.verification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;

/**
 * One conclusion as it came.
 *
 * @param studentKey blind index of the 学生唯一编号; null once the capture is forgotten
 * @param sealedStudent the 学生唯一编号 itself, only while no capture is found for it
 * @param packageNo empty when the authority named none
 */
@MappedEntity("conclusion")
record ReceivedConclusion(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String messageNo,
        @Nullable String studentKey,
        @Nullable String sealedStudent,
        String packageNo,
        @Nullable String captureNo,
        String label,
        Instant concludedAt,
        ConclusionSource source,
        ConclusionStatus status,
        Instant receivedAt,
        @Version int version) {

    /** Its word is known by now; a capture is still to be found. */
    ReceivedConclusion understood() {
        return with(sealedStudent, captureNo, ConclusionStatus.UNMATCHED);
    }

    /** A capture was found after all. */
    ReceivedConclusion matched(String capture, ConclusionStatus to) {
        return with(null, capture, to);
    }

    private ReceivedConclusion with(@Nullable String student, @Nullable String capture, ConclusionStatus to) {
        if (!status.next().contains(to)) {
            throw new IllegalStateException(no + ": " + status + " does not lead to " + to);
        }
        return new ReceivedConclusion(
                id,
                no,
                messageNo,
                studentKey,
                student,
                packageNo,
                capture,
                label,
                concludedAt,
                source,
                to,
                receivedAt,
                version);
    }
}
