package org.tucai.capture;

import io.micronaut.core.annotation.Introspected;

/**
 * A photo that looks the same, from another capture or rejected in this one. Only a hint for the reviewer: two enrolments of one person may
 * share a picture, two persons may not.
 *
 * @param fileMatches 1 if it is the very same upload, else 0, as the database represents booleans
 * @param accountMatches 1 if it belongs to the same account, else 0
 */
@Introspected
public record AlikePhoto(String photoNo, String captureNo, PhotoStatus status, int fileMatches, int accountMatches) {
    /** Whether it is the very same upload. */
    public boolean sameFile() {
        return fileMatches != 0;
    }

    /** Whether it belongs to the same account. */
    public boolean sameAccount() {
        return accountMatches != 0;
    }
}
