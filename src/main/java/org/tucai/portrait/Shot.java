package org.tucai.portrait;

import org.jspecify.annotations.Nullable;

/**
 * A phone picture judged and cut to the profile.
 *
 * @param examination speaks of the finished file and, where quality is lost by scaling, of the original; its facts are placed
 *     in the finished file, or in the original when there is none
 * @param jpeg the finished file, or null when a rule that failed says why there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Shot(Examination examination, byte @Nullable [] jpeg) {
    /** Unit of the result of the rule that stands in the way of a cut. */
    public static final String MISSING = "px missing";

    public PortraitReport report() {
        return examination.report();
    }
}
