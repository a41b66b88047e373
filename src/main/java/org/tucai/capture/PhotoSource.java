package org.tucai.capture;

/** Where a photo came from, as the client says; the checks do not trust it. */
public enum PhotoSource {
    /** Shot in the mini program. */
    CAMERA,
    /** Picked from the phone's album; only where the campaign allows it. */
    ALBUM,
    /** Shot by the unit's operator on site. */
    ON_SITE
}
