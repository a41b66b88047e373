package org.tucai.review;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.capture.RejectReason;

/**
 * A decision with its reasons.
 *
 * @param reasons at least one with a rejection, none with an acceptance
 * @param note the reviewer's own words for the student, at most 200 characters
 */
public record Ruling(
        Decision decision,
        Set<RejectReason> reasons,
        @Nullable String note) {
    public Ruling {
        reasons = Set.copyOf(reasons);
    }

    /** The reasons with these names, given separated by commas. */
    static Set<RejectReason> named(@Nullable String names) {
        return Arrays.stream(names == null ? new String[0] : names.split(","))
                .filter(name -> !name.isEmpty())
                .map(RejectReason::valueOf)
                .collect(Collectors.toSet());
    }

    boolean isComplete() {
        return (decision == Decision.REJECT) == !reasons.isEmpty();
    }

    String reasonNames() {
        return reasons.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
