package org.tucai.review;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;

/** State of one review of one photo. */
public enum ReviewStatus implements Status<ReviewStatus> {
    /** In the queue; nobody is working on it. */
    WAITING,
    /** Claimed by a reviewer until the lease expires; after that anybody may claim it. */
    CLAIMED,
    /** Decided; the reviewer can undo the decision until it takes effect. */
    DECIDED,
    /** The decision has been applied to the capture. Under the four-eyes rule the first decision leads back to WAITING instead. */
    EFFECTIVE,
    /** Removed undecided: the student withdrew the photo or was captured elsewhere, or the fee was refunded. */
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
