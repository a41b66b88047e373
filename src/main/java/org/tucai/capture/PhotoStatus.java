package org.tucai.capture;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;

/** State of a photo. */
public enum PhotoStatus implements Status<PhotoStatus> {
    /** Failed a hard check: only its report is kept, until the capture is forgotten. */
    UNUSABLE,
    /** Usable and the capture's current photo; not yet accepted or rejected. */
    CURRENT,
    /** Replaced by a newer photo. */
    SUPERSEDED,
    /** Rejected by a reviewer or the authority. */
    REJECTED,
    /** Accepted by a reviewer. */
    ACCEPTED,
    /** Its pixels are deleted. */
    DELETED;

    @Override
    public Set<PhotoStatus> next() {
        return switch (this) {
            case UNUSABLE -> EnumSet.noneOf(PhotoStatus.class);
            case CURRENT -> EnumSet.of(SUPERSEDED, REJECTED, ACCEPTED, DELETED);
            case SUPERSEDED, REJECTED -> EnumSet.of(DELETED);
            case ACCEPTED -> EnumSet.of(REJECTED, DELETED);
            case DELETED -> EnumSet.noneOf(PhotoStatus.class);
        };
    }
}
