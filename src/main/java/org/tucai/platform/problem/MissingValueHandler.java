package org.tucai.platform.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.UnsatisfiedRouteHandler;
import io.micronaut.web.router.exceptions.UnsatisfiedQueryValueRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.List;

/** A required value is missing: a query parameter is named, an empty body is a malformed request. */
@Singleton
@Replaces(UnsatisfiedRouteHandler.class)
@Produces("application/problem+json")
class MissingValueHandler implements ExceptionHandler<UnsatisfiedRouteException, HttpResponse<?>> {
    private final ProblemResponses responses;

    MissingValueHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<?> handle(HttpRequest request, UnsatisfiedRouteException exception) {
        return responses.answer(
                request,
                exception instanceof UnsatisfiedQueryValueRouteException missing
                        ? PlatformProblem.invalidFields(List.of(error(missing)))
                        : new ProblemException(PlatformProblem.MALFORMED_REQUEST));
    }

    private static FieldError error(UnsatisfiedQueryValueRouteException missing) {
        return new FieldError("不能缺少", "is required", "?" + missing.getQueryParameterName());
    }
}
