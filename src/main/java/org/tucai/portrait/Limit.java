package org.tucai.portrait;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What a profile allows of a measured value, and how reports write it: {@code 50..110}, {@code ≥ 80}, {@code ≤ 24}, {@code 480}.
 *
 * @param min the least value allowed, null when there is none
 * @param max the greatest value allowed, null when there is none
 */
public record Limit(@Nullable Double min, @Nullable Double max) {
    private static final String LEAST = "≥ ";
    private static final String MOST = "≤ ";
    private static final String TO = "..";

    /** Of a limit that is no whole number. */
    private static final MathContext DIGITS = new MathContext(4);

    public boolean holds(double value) {
        return (min == null || value >= min) && (max == null || value <= max);
    }

    /** As reports write it; null when anything is allowed. */
    public @Nullable String text() {
        if (min != null && max != null) {
            return min.equals(max) ? number(min) : number(min) + TO + number(max);
        }
        if (min != null) {
            return LEAST + number(min);
        }
        return max == null ? null : MOST + number(max);
    }

    private static String number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return (value == Math.rint(value) ? exact : exact.round(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Reads what {@link #text} wrote; null for limits that are no numbers ({@code JPEG}, {@code 480 x 640}). */
    static @Nullable Limit read(@Nullable String text) {
        try {
            if (text == null) {
                return null;
            }
            if (text.startsWith(LEAST)) {
                return new Limit(Double.valueOf(text.substring(LEAST.length())), null);
            }
            if (text.startsWith(MOST)) {
                return new Limit(null, Double.valueOf(text.substring(MOST.length())));
            }
            int between = text.indexOf(TO);
            return between < 0
                    ? new Limit(Double.valueOf(text), Double.valueOf(text))
                    : new Limit(
                            Double.valueOf(text.substring(0, between)),
                            Double.valueOf(text.substring(between + TO.length())));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether a value outside the limit is too small rather than too large. Reports round, so it may lie on the limit itself. */
    boolean isMissedBelow(double value) {
        return max == null || (min != null && value < (min + max) / 2);
    }
}
