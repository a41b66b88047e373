package org.tucai.platform.state;

import java.util.Set;

/**
 * Where something stands, and where it may go from there. What these say is drawn in {@code api-spec/states.md}.
 *
 * @param <S> the statuses themselves
 */
public interface Status<S extends Enum<S> & Status<S>> {
    /** The statuses that may follow. */
    Set<S> next();

    /**
     * The wanted status, where this one leads to it.
     *
     * @param no of what stands here
     * @throws IllegalStateException where it does not: whoever asked was to look first
     */
    default S to(S wanted, String no) {
        if (!next().contains(wanted)) {
            throw new IllegalStateException(no + ": " + this + " does not lead to " + wanted);
        }
        return wanted;
    }
}
