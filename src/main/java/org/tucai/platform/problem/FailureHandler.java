package org.tucai.platform.problem;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.db.FullDisk;
import org.tucai.platform.web.RequestId;

/** Answers failures without a problem of their own: a lost race, a database that is away or full, or a bug. Clients see no more than that. */
@Singleton
@Produces("application/problem+json")
class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
    /**
     * Public numbers are stored as ASCII; asked for a number that cannot even be written so (汉字), MariaDB refuses to compare
     * (ER_CANT_AGGREGATE_2COLLATIONS, and _NCOLLATIONS with a list) and MySQL to convert (ER_CANNOT_CONVERT_STRING, and
     * ER_IMPOSSIBLE_STRING_CONVERSION for a parameter) instead of finding nothing.
     */
    private static final Set<Integer> CANNOT_COMPARE = Set.of(1267, 1271, 3854, 3988);

    /** The database ended a statement at its time limit (MariaDB's ER_STATEMENT_TIMEOUT, MySQL's ER_QUERY_TIMEOUT). */
    private static final Set<Integer> TOOK_TOO_LONG = Set.of(1969, 3024);

    /** Where the framework says that a body was cut off: by the phone's network, or by us because it came too slowly. */
    private static final String SERVER = "io.micronaut.http.server.netty.";

    private static final Duration SOON = Duration.ofSeconds(5);

    private final ProblemResponses responses;

    FailureHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        String id = RequestId.of((HttpRequest<?>) request);
        ProblemException named = named(request, failure);
        if (named.problem() == PlatformProblem.INTERNAL_ERROR) {
            LOG.error("{} {} failed ({})", request.getMethod(), template(request), id, loggable(failure));
        } else if (named.problem() == PlatformProblem.TEMPORARILY_UNAVAILABLE) {
            LOG.warn("{} {}: {} ({})", request.getMethod(), template(request), failure.toString(), id);
        } else {
            LOG.debug("{} {}: {} ({})", request.getMethod(), template(request), named.problem(), id);
        }
        return responses.answer(request, named);
    }

    /** The address without its values: an upload's holds its ticket. */
    private static String template(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).orElse("an unknown address");
    }

    /** A codec's message holds the whole body it could not write, and with it personal data: its cause says enough. */
    private static Throwable loggable(Throwable failure) {
        return failure instanceof CodecException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Whether the client went away before all of its body was there: nobody hears the answer, and nothing is wrong here. */
    private static boolean isCutOff(Throwable failure) {
        StackTraceElement[] from = failure.getStackTrace();
        return failure instanceof EOFException
                && from.length > 0
                && from[0].getClassName().startsWith(SERVER);
    }

    /** Names the filters that cannot be public numbers; without any, what the path names does not exist. */
    private static ProblemException ofNoNumber(HttpRequest<?> request) {
        List<FieldError> filters = request.getParameters().asMap().entrySet().stream()
                .filter(e -> !String.join("", e.getValue()).chars().allMatch(c -> c < 0x80))
                .map(e -> new FieldError(
                        "只能包含英文字母、数字和符号", "must contain only letters, digits and symbols", "?" + e.getKey()))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        return filters.isEmpty() ? PlatformProblem.notFound() : PlatformProblem.invalidFields(filters);
    }

    private static ProblemException named(HttpRequest<?> request, Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ProblemException problem) {
                return problem;
            }
            if (t instanceof OptimisticLockException) {
                return new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
            }
            if (t instanceof SQLException sql && CANNOT_COMPARE.contains(sql.getErrorCode())) {
                return ofNoNumber(request);
            }
            if (t instanceof DecompressionException) {
                return new ProblemException(PlatformProblem.ENCODING_SPOILED);
            }
            if (t instanceof ContentLengthExceededException) {
                return new ProblemException(PlatformProblem.PAYLOAD_TOO_LARGE);
            }
            if (isCutOff(t)) {
                return new ProblemException(PlatformProblem.MALFORMED_REQUEST);
            }
            if (t instanceof OutOfMemoryError) {
                return ProblemException.retryAfter(PlatformProblem.TEMPORARILY_UNAVAILABLE, SOON);
            }
            if (t instanceof TimeoutException) { // the disk of the pictures
                return ProblemException.retryAfter(PlatformProblem.TEMPORARILY_UNAVAILABLE, SOON);
            }
            // a connection that broke during a statement fails once more when it is put back, and only that is told
            if (t instanceof ConnectionException || (t instanceof SQLException sql && isAway(sql))) {
                return ProblemException.retryAfter(PlatformProblem.TEMPORARILY_UNAVAILABLE, SOON);
            }
        }
        if (FullDisk.isBehind(failure)) {
            return ProblemException.retryAfter(PlatformProblem.TEMPORARILY_UNAVAILABLE, SOON);
        }
        return new ProblemException(PlatformProblem.INTERNAL_ERROR);
    }

    /** Connection lost, refused, or none free: class 08 of the SQL states, and the pool's own time-out; or no answer in time. */
    private static boolean isAway(SQLException e) {
        return e instanceof SQLTransientException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || TOOK_TOO_LONG.contains(e.getErrorCode())
                || (e.getSQLState() != null && e.getSQLState().startsWith("08"));
    }
}
