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

    /** @param arguments values for the placeholders of the detail, instants in the words of the reader; never personal data */
    public ProblemException(Problem problem, Object... arguments) {
        this(problem, List.of(), null, arguments);
    }

    /** A refusal that names the fields at fault. */
    public static ProblemException atFields(Problem problem, List<FieldError> errors) {
        return new ProblemException(problem, errors, null);
    }

    /** A refusal of a request that may succeed after this time; arguments as in the constructor. */
    public static ProblemException retryAfter(Problem problem, Duration retryAfter, Object... arguments) {
        return new ProblemException(problem, List.of(), retryAfter, arguments);
    }

    private ProblemException(
            Problem problem, List<FieldError> errors, @Nullable Duration retryAfter, Object... arguments) {
        super(problem.code());
        this.problem = problem;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.arguments = arguments.clone();
    }

    /** The same refusal when the checked object is the part of the body at this pointer, such as {@code /terms}. */
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
