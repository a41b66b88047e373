package org.tucai.portrait;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.crop.Framing;

/**
 * A phone picture judged and cut to the profile.
 *
 * @param examination speaks of the finished file and, where quality is lost by scaling, of the original; its facts are placed
 *     in the finished file, or in the original when there is none
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
     * Unit of the result of the rule that stands in the way of a cut.
     *
     * @param where on which side of the picture, null where the rule alone tells
     */
    static String missing(@Nullable String where) {
        return where == null ? MISSING : MISSING + " " + where;
    }

    /** Whether this rule stands in the way of a cut. */
    public static boolean isInTheWay(RuleResult result) {
        String unit = result.unit();
        return unit != null && unit.startsWith(MISSING);
    }

    public PortraitReport report() {
        return examination.report();
    }

    /** The same with its places in the original, upright: for who has that and does not get the finished file. */
    public PortraitReport reportOnTheOriginal() {
        return framing == null ? report() : report().moved(framing::inTheOriginal);
    }
}
