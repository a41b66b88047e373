package org.tucai.review;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;

/** Where one look at one photo stands. */
public enum ReviewStatus implements Status<ReviewStatus> {
    /** Nobody works on it. */
    WAITING,
    /** A reviewer has it until the lease runs out; then anybody may claim it. */
    CLAIMED,
    /** Decided; until it takes effect the reviewer may undo it. */
    DECIDED,
    /** The decision has been carried out on the capture. That of the first of four eyes leads back to WAITING instead. */
    EFFECTIVE,
    /** It was taken out undecided: the student took the photo back or was captured elsewhere, or its fee was given back. */
    WITHDRAWN;

    @Override
    public Set<ReviewStatus> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(CLAIMED, WITHDRAWN);
            case CLAIMED -> EnumSet.of(CLAIMED, WAITING, DECIDED, WITHDRAWN);
            case DECIDED -> EnumSet.of(CLAIMED, WAITING, EFFECTIVE, WITHDRAWN);
            case EFFECTIVE, WITHDRAWN -> EnumSet.noneOf(ReviewStatus.class);
        };
    }
}
