package org.tucai.platform.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** A problem thrown anywhere becomes its answer. */
@Singleton
@Produces("application/problem+json")
class ProblemHandler implements ExceptionHandler<ProblemException, HttpResponse<?>> {
    private final ProblemResponses responses;

    ProblemHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<?> handle(HttpRequest request, ProblemException exception) {
        return responses.answer(request, exception);
    }
}
