package org.tucai.portrait.rule;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** Width and height of the file in pixels; the report names the one that is wrong. */
final class PixelSize implements Rule {
    @Override
    public String id() {
        return "pixel-size";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        FileFacts file = facts.find(FileFacts.class);
        if (file == null) {
            return Answer.of(this, profile).notAssessed();
        }
        Double minWidth = profile.min("pixel-size.width");
        Double maxWidth = profile.max("pixel-size.width");
        Double minHeight = profile.min("pixel-size.height");
        Double maxHeight = profile.max("pixel-size.height");
        boolean width = inside(file.width(), minWidth, maxWidth);
        boolean height = inside(file.height(), minHeight, maxHeight);
        boolean onlyHeight = width && !height;
        return Answer.of(this, profile)
                .yesNo(
                        width && height,
                        (double) (onlyHeight ? file.height() : file.width()),
                        text(minWidth, maxWidth) + " x " + text(minHeight, maxHeight),
                        onlyHeight ? "px, height" : "px, width");
    }

    private static boolean inside(int value, @Nullable Double min, @Nullable Double max) {
        return (min == null || value >= min) && (max == null || value <= max);
    }

    private static String text(@Nullable Double min, @Nullable Double max) {
        if (min != null && min.equals(max)) {
            return Integer.toString(min.intValue());
        }
        if (min == null) {
            return max == null ? "any" : "≤ " + max.intValue();
        }
        return max == null ? "≥ " + min.intValue() : min.intValue() + ".." + max.intValue();
    }
}
