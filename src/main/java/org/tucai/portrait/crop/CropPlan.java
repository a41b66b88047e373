package org.tucai.portrait.crop;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.face.Roi;

/**
 * Where the finished picture is cut, or why it cannot be.
 *
 * @param cut the part of the picture that becomes the finished one; null when there is none
 * @param refusedBy the rule that prevents a cut, null when there is one
 * @param missing how many pixels of the finished frame would have to be invented, how many the eye distance lacks, or how many
 *     the face is too wide or too narrow
 * @param where the side of the picture on which they are missing, null when the rule implies it
 */
public record CropPlan(
        @Nullable Roi cut,
        @Nullable String refusedBy,
        double missing,
        @Nullable String where) {
    static CropPlan at(Roi cut) {
        return new CropPlan(cut, null, 0, null);
    }

    static CropPlan refused(String rule, double missing) {
        return new CropPlan(null, rule, missing, null);
    }

    static CropPlan refused(String rule, double missing, String where) {
        return new CropPlan(null, rule, missing, where);
    }
}
