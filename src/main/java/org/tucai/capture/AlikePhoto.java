package org.tucai.capture;

import io.micronaut.core.annotation.Introspected;

/**
 * A photo of another capture that looks the same: a hint for the reviewer, for two enrolments of one person may share a picture,
 * two persons may not.
 *
 * @param sameFile whether it is the very same upload
 * @param sameAccount whether it belongs to the same account
 */
@Introspected
public record AlikePhoto(String photoNo, String captureNo, PhotoStatus status, boolean sameFile, boolean sameAccount) {}
