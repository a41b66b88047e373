package org.tucai.delivery.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.tucai.delivery.Dispute;
import org.tucai.delivery.DisputeStatus;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A school's objection to one photo.
 *
 * @param words the school's words; null once the capture's data is deleted
 */
@Serdeable
record DisputeView(
        String no,
        String schoolNo,
        String schoolName,
        String captureNo,
        DisputeStatus status,
        String statusText,
        @Nullable String words,
        @Nullable String answer,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime resolvedAt) {
    static DisputeView of(Dispute d, String schoolName, Language language) {
        return new DisputeView(
                d.no(),
                d.schoolNo(),
                schoolName,
                d.captureNo(),
                d.status(),
                d.status().text(language),
                d.words(),
                d.answer(),
                ChinaTime.offset(d.openedAt()),
                ChinaTime.offsetOrNull(d.resolvedAt()));
    }
}
