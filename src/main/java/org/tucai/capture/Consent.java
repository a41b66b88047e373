package org.tucai.capture;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A student's consent to one kind of processing (PIPL 29: separate consent), with the version of the text shown.
 *
 * @param recordedBy {@code ROLE:no}: the student, or the operator in whose presence the student agreed
 * @param withdrawnAt when the student gave up the capture and with it withdrew the consent (PIPL 15)
 */
@MappedEntity("consent")
record Consent(
        @Id @GeneratedValue @Nullable Long id,
        String captureNo,
        String accountNo,
        Kind kind,
        String textVersion,
        Instant givenAt,
        String recordedBy,
        @Nullable Instant withdrawnAt) {

    enum Kind {
        /** 人脸图像: photo, automatic checks, review, transfer to the authority. */
        FACE_IMAGE,
        /** 身份信息: the masked facts of the code. */
        IDENTITY_FACTS
    }
}
