package org.tucai.capture;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket and all that decides whether an upload may begin with it, read in one query.
 *
 * @param accountNo owner of the capture, and so of the ticket
 * @param photoNo the photo it was used for; null while unused
 * @param turnedDown how often that very upload was turned down, in the capture, for the account, or for the enrolment
 */
@Introspected
record ShownTicket(
        String accountNo,
        PhotoSource source,
        @Nullable String photoNo,
        Instant expiresAt,
        String captureNo,
        CaptureStatus status,
        int triesUsed,
        String campaignNo,
        int campaignVersion,
        long turnedDown) {}
