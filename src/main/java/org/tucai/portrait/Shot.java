package org.tucai.portrait;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.crop.Framing;

/**
 * A phone picture judged and cut to the profile.
 *
 * @param examination of the finished file and, for qualities that scaling destroys, of the original; its facts lie in the frame of the
 *     finished file, or of the original when there is none
 * @param jpeg the finished file, or null when a rule that failed says why there is none
 * @param framing where the finished file lies in the original; null when there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Shot(
        Examination examination,
        byte @Nullable [] jpeg,
        @Nullable Framing framing) {
    private static final String MISSING = "px missing";

    /**
     * The unit in the result of the rule that prevents a cut.
     *
     * @param where the side of the picture, null when the rule implies it
     */
    static String missing(@Nullable String where) {
        return where == null ? MISSING : MISSING + " " + where;
    }

    /** Whether this rule prevents a cut. */
    public static boolean isInTheWay(RuleResult result) {
        String unit = result.unit();
        return unit != null && unit.startsWith(MISSING);
    }

    public PortraitReport report() {
        return examination.report();
    }

    /** The report with its regions in the upright original, for readers who see that and not the finished file. */
    public PortraitReport reportOnTheOriginal() {
        return framing == null ? report() : report().moved(framing::inTheOriginal);
    }
}
