package org.tucai.platform.idempotency;

import io.micronaut.core.order.Ordered;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.privacy.KeyRing;
import org.tucai.platform.privacy.KeyedHash;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** Gives a repeated {@code POST} its first answer instead of doing it twice. */
@ServerFilter(value = "/api/v1/**", methods = HttpMethod.POST) // for any other request it would only cost a thread
class IdempotencyFilter implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

    private final FirstAnswers answers;
    private final KeyedHash keyedHash;

    IdempotencyFilter(FirstAnswers answers, KeyRing keys) {
        this.answers = answers;
        this.keyedHash = keys.lookup("idempotency-request");
    }

    /** After the token was read, before anything is done. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    MutableHttpResponse<?> once(ServerHttpRequest<?> request, FilterContinuation<MutableHttpResponse<?>> continuation)
            throws InterruptedException, ExecutionException, IOException {
        Authentication caller = request.getUserPrincipal(Authentication.class).orElse(null);
        if (caller == null) {
            return continuation.proceed();
        }
        String key = request.getHeaders().get(IdempotencyKey.HEADER);
        if (key == null) {
            if (isNeeded(request)) {
                throw new ProblemException(PlatformProblem.IDEMPOTENCY_KEY_MISSING);
            }
            return continuation.proceed();
        }
        if (key.isBlank() || key.length() > IdempotencyKey.LONGEST) {
            throw new ProblemException(PlatformProblem.IDEMPOTENCY_KEY_MISSING);
        }
        FirstAnswers.Claim claim = new FirstAnswers.Claim(Actor.of(caller).toString(), key, hash(request));
        MutableHttpResponse<?> known = answers.claimOrReplay(claim);
        if (known != null) {
            return known;
        }
        try {
            return firstTime(claim, continuation);
        } finally {
            answers.over(claim);
        }
    }

    private MutableHttpResponse<?> firstTime(
            FirstAnswers.Claim claim, FilterContinuation<MutableHttpResponse<?>> continuation) throws IOException {
        MutableHttpResponse<?> response;
        try {
            response = continuation.proceed();
        } catch (RuntimeException e) {
            answers.forget(claim);
            throw e;
        }
        try {
            answers.keep(claim, response);
        } catch (DataAccessException
                | ConnectionException e) { // the work itself is done: an error would be a wrong answer
            LOG.warn("An answer could not be stored for repeats of its request: {}", e.toString());
        }
        return response;
    }

    private static boolean isNeeded(ServerHttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(route -> route.getAnnotationMetadata().hasAnnotation(NeedsIdempotencyKey.class))
                .orElse(false);
    }

    /** Keyed, because the plain hash of a body that holds only four characters of an ID number could be guessed. */
    private byte[] hash(ServerHttpRequest<?> request) throws InterruptedException, ExecutionException {
        try (CloseableAvailableByteBody body = request.byteBody()
                .split(ByteBody.SplitBackpressureMode.FASTEST)
                .buffer()
                .get()) {
            String line = request.getMethodName() + " " + request.getUri() + "\n";
            return keyedHash.of(line.getBytes(StandardCharsets.UTF_8), body.toByteArray());
        }
    }
}
