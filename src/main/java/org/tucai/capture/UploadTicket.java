package org.tucai.capture;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The right to upload one photo into one capture, once, until it expires. */
@MappedEntity("upload_ticket")
record UploadTicket(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String captureNo,
        PhotoSource source,
        @Nullable String photoNo,
        Instant expiresAt,
        @Version int version) {}
