package org.tucai.platform.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.RequestId;

/** Writes every refusal, the framework's own included, as {@code application/problem+json}. */
@Singleton
@Primary
public class ProblemResponses implements ErrorResponseProcessor<ProblemBody> {
    public static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    private final TakenTypes types;

    ProblemResponses(TakenTypes types) {
        this.types = types;
    }

    /** The framework's own refusals carry a status only: the platform problem of that status is what is meant. */
    @Override
    public MutableHttpResponse<ProblemBody> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        ProblemException refusal = response.code() == HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode()
                ? types.refusal(context.getRequest())
                : new ProblemException(
                        PlatformProblem.ofStatus(response.status().getCode()));
        if (refusal.problem() == PlatformProblem.METHOD_NOT_ALLOWED) {
            response.getHeaders().set(HttpHeaders.ALLOW, String.join(", ", types.methods(context.getRequest())));
        }
        return write(context.getRequest(), response.status(refusal.problem().status()), refusal);
    }

    /** The answer to a request that ran into that problem. */
    public MutableHttpResponse<ProblemBody> answer(HttpRequest<?> request, ProblemException exception) {
        MutableHttpResponse<?> response =
                HttpResponse.status(exception.problem().status(), null);
        if (exception.retryAfter() != null) { // rounded up: who comes back a moment early is refused once more
            response.header(
                    "Retry-After",
                    Long.toString(exception.retryAfter().plusMillis(999).toSeconds()));
        }
        return write(request, response, exception);
    }

    /** Gives words to a refusal that has none. */
    void name(HttpRequest<?> request, MutableHttpResponse<?> refusal, Problem problem) {
        write(request, refusal.status(problem.status()), new ProblemException(problem));
    }

    private static MutableHttpResponse<ProblemBody> write(
            HttpRequest<?> request, MutableHttpResponse<?> response, ProblemException exception) {
        if (response.code() == HttpStatus.UNAUTHORIZED.getCode()) {
            response.header(
                    HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // RFC 9110 §15.5.2: else clients do not take it for a 401
        }
        return response.contentType(PROBLEM_JSON)
                .body(body(Language.of(request), RequestId.of(request, response), exception));
    }

    /** The body alone, for answers that are not made from a request, and for refusals that are a part of an answer. */
    public static ProblemBody body(Language language, @Nullable String instance, ProblemException exception) {
        Problem problem = exception.problem();
        Problem.Answer answer = problem.answer();
        String pattern = language.pick(answer.detailZh(), answer.detailEn());
        return new ProblemBody(
                "/docs/problems#" + problem.code(),
                language.pick(answer.titleZh(), answer.titleEn()),
                answer.status(),
                detail(language, pattern, exception.arguments()),
                instance == null ? "" : instance,
                problem.code(),
                exception.errors().stream()
                        .map(e -> new ProblemBody.Field(language.pick(e.zh(), e.en()), e.pointer()))
                        .distinct() // two limits may be broken that say the same
                        .toList());
    }

    /** Instants as people read them, and numbers as texts: the pattern would write line 1000 as "1,000". */
    private static String detail(Language language, String pattern, Object[] arguments) {
        return MessageFormat.format(
                pattern,
                Arrays.stream(arguments)
                        .map(a -> a instanceof Instant at ? language.minute(at) : String.valueOf(a))
                        .toArray());
    }
}
