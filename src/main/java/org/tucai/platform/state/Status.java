package org.tucai.platform.state;

import java.util.Set;

/**
 * A status and the statuses that may follow it. {@code api-spec/states.md} draws all of them.
 *
 * @param <S> the statuses themselves
 */
public interface Status<S extends Enum<S> & Status<S>> {
    /** The statuses that may follow. */
    Set<S> next();

    /**
     * The wanted status, if it may follow this one.
     *
     * @param no number of what has this status, for the message
     * @throws IllegalStateException if it may not: the caller should have checked
     */
    default S to(S wanted, String no) {
        if (!next().contains(wanted)) {
            throw new IllegalStateException(no + ": " + this + " does not lead to " + wanted);
        }
        return wanted;
    }
}
