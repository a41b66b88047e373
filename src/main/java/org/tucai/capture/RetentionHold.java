package org.tucai.capture;

/** Why an accepted picture may not be deleted yet; implemented by the features that still need it. */
public interface RetentionHold {
    /** True while the feature needs the picture and facts. */
    boolean holds(Capture capture);
}
