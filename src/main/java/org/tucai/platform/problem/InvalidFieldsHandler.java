package org.tucai.platform.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;

/** Fields that break their limits: 422, each with its place and a text in the client's language. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
@Produces("application/problem+json")
class InvalidFieldsHandler implements ExceptionHandler<ConstraintViolationException, HttpResponse<?>> {
    private final ProblemResponses responses;

    InvalidFieldsHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<?> handle(HttpRequest request, ConstraintViolationException exception) {
        List<FieldError> errors = exception.getConstraintViolations().stream()
                .map(v -> ConstraintTexts.error(v, pointer(request, v.getPropertyPath())))
                .distinct() // two limits may say the same of a field
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        return responses.answer(request, PlatformProblem.invalidFields(errors));
    }

    /** {@code create.body.prints[0].count} is {@code /prints/0/count} of the body; a bare parameter has its place in the address. */
    private static String pointer(HttpRequest<?> request, Path path) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = String.valueOf(node.getName());
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                if (node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                }
                if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                    pointer.append('/').append(node.getName());
                }
            }
        }
        return pointer.isEmpty() ? ParameterPlace.of(request, parameter) : pointer.toString();
    }
}
