package org.tucai.platform.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal on its way to the client. The only exception whose words a client ever sees. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final transient Object[] arguments;
    private final transient List<FieldError> errors;
    private final transient @Nullable Duration retryAfter;

    /** @param arguments values for the placeholders of the detail; never personal data */
    public ProblemException(Problem problem, Object... arguments) {
        this(problem, List.of(), null, arguments);
    }

    /**
     * @param errors the fields at fault, each with a JSON pointer
     * @param retryAfter when the same request may succeed, or null
     */
    public ProblemException(
            Problem problem, List<FieldError> errors, @Nullable Duration retryAfter, Object... arguments) {
        super(problem.code());
        this.problem = problem;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.arguments = arguments.clone();
    }

    /** The same, when what was checked is a part of the body and stands at that place of it, {@code /terms}. */
    public ProblemException below(String place) {
        List<FieldError> placed = errors.stream().map(e -> e.below(place)).toList();
        return new ProblemException(problem, placed, retryAfter, arguments);
    }

    public Problem problem() {
        return problem;
    }

    List<FieldError> errors() {
        return errors;
    }

    Object[] arguments() {
        return arguments;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
