package org.tucai.capture;

import java.time.Instant;

/** Why an accepted picture may not be deleted yet; implemented by the features that still need it. */
public interface RetentionHold {
    /**
     * True while the feature needs the picture and facts.
     *
     * @param settledAt when the authority answered, or the wait for its answer ended
     */
    boolean holds(Capture capture, Instant settledAt);
}
