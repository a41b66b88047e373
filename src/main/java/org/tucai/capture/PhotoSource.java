package org.tucai.capture;

/** Where a photo comes from, according to the client; the checks do not rely on it. */
public enum PhotoSource {
    /** Taken with the camera in the mini program. */
    CAMERA,
    /** Picked from the phone's album; only where the campaign allows it. */
    ALBUM,
    /** Taken on site by the unit's operator. */
    ON_SITE
}
