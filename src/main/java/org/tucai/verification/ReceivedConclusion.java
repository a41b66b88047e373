package org.tucai.verification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.tucai.platform.db.Row;

/**
 * One conclusion as received.
 *
 * @param studentKey blind index of the 学生唯一编号; null once the capture is forgotten
 * @param sealedStudent the 学生唯一编号 itself, only while no capture is found for it
 * @param packageNo empty if the authority named none
 */
@Row
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

    /** With its label known; the capture is still to be found. */
    ReceivedConclusion understood() {
        return moved(ConclusionStatus.UNMATCHED).build();
    }

    /** Matched with a capture; the student's number is no longer needed. */
    ReceivedConclusion matched(String capture, ConclusionStatus wanted) {
        return moved(wanted).sealedStudent(null).captureNo(capture).build();
    }

    private ReceivedConclusionBuilder moved(ConclusionStatus wanted) {
        return ReceivedConclusionBuilder.builder(this).status(status.to(wanted, no));
    }
}
