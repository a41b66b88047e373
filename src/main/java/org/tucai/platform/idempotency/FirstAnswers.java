package org.tucai.platform.idempotency;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemBody;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.problem.ProblemResponses;

/** The first answer to each request with an Idempotency-Key, sealed and kept for a day. */
@Singleton
class FirstAnswers {
    /** If a claim was not renewed for this long, its server is dead. */
    private static final Duration SILENCE_OF_THE_DEAD = Duration.ofMinutes(1);

    private static final Duration SOON = Duration.ofSeconds(1);
    static final String CONTEXT = "idempotency_record.body";
    private static final List<String> KEPT_HEADERS = List.of("Location", "ETag", "Retry-After");

    /** Refusals that say nothing about the operation itself: a repeated request, of another version too, must get its own answer. */
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 408, 412, 428, 429);

    private final IdempotencyRepository records;
    private final Vault vault;
    private final JsonMapper json;
    private final InstantSource clock;
    private final RunningClaims running;

    FirstAnswers(
            IdempotencyRepository records, Vault vault, JsonMapper json, InstantSource clock, RunningClaims running) {
        this.records = records;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.running = running;
    }

    /** A request's claim to be the first with its key. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Claim(String caller, String key, byte[] hash) {}

    /**
     * The first answer to this request; null if this request is the first one. The caller then executes it and calls {@link #over} when it
     * has ended.
     */
    @Nullable
    MutableHttpResponse<?> claimOrReplay(Claim claim) throws IOException {
        Instant now = clock.instant();
        if (records.claim(claim.caller(), claim.key(), claim.hash(), running.server(), now) == 1) {
            running.begin(claim);
            return null;
        }
        IdempotencyRecord first = records.findByCallerAndRequestKey(claim.caller(), claim.key())
                .orElseThrow(() -> ProblemException.retryAfter(PlatformProblem.REQUEST_IN_PROGRESS, SOON));
        if (!MessageDigest.isEqual(first.requestHash(), claim.hash())) {
            throw new ProblemException(PlatformProblem.IDEMPOTENCY_KEY_REUSED);
        }
        if (isForgotten(first)) {
            throw PlatformProblem.notFound();
        }
        if (first.status() != null) {
            return replay(first.status(), first);
        }
        if (!running.contains(claim)
                && records.takeOver(claim.caller(), claim.key(), running.server(), now, now.minus(SILENCE_OF_THE_DEAD))
                        == 1) {
            running.begin(claim);
            return null;
        }
        throw ProblemException.retryAfter(PlatformProblem.REQUEST_IN_PROGRESS, SOON);
    }

    /** Whether {@link KeptAnswers} has deleted the answer: a not-found answer of an operation has a body. */
    private static boolean isForgotten(IdempotencyRecord first) {
        return first.body() == null && Objects.equals(first.status(), HttpStatus.NOT_FOUND.getCode());
    }

    private MutableHttpResponse<?> replay(int status, IdempotencyRecord first) throws IOException {
        MutableHttpResponse<Object> response = HttpResponse.status(HttpStatus.valueOf(status));
        if (first.headers() != null) {
            @SuppressWarnings("unchecked")
            Map<String, Object> headers = json.readValue(first.headers(), Map.class);
            headers.forEach((name, value) -> response.header(name, String.valueOf(value)));
        }
        if (first.body() != null) {
            byte[] body = vault.openText(first.body(), CONTEXT).getBytes(StandardCharsets.UTF_8);
            response.contentType(status < 400 ? MediaType.APPLICATION_JSON_TYPE : ProblemResponses.PROBLEM_JSON);
            response.body(body);
        }
        return response.header("Idempotent-Replayed", "true");
    }

    void keep(Claim claim, MutableHttpResponse<?> response) throws IOException {
        int status = response.code();
        if (status >= 500 || NOT_KEPT.contains(status) || isLostRace(response)) {
            forget(claim);
            return;
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        KEPT_HEADERS.stream()
                .filter(response.getHeaders()::contains)
                .forEach(name -> headers.put(name, response.getHeaders().get(name)));
        Object body = response.body();
        records.answered(
                claim.caller(),
                claim.key(),
                running.server(),
                status,
                headers.isEmpty() ? null : new String(json.writeValueAsBytes(headers), StandardCharsets.UTF_8),
                body == null ? null : vault.sealText(text(body), CONTEXT));
    }

    /** Whether it was refused because of a concurrent change: repeated, it may succeed. */
    private static boolean isLostRace(MutableHttpResponse<?> response) {
        return response.body() instanceof ProblemBody problem
                && problem.code().equals(PlatformProblem.CHANGED_MEANWHILE.code());
    }

    private String text(Object body) throws IOException {
        return body instanceof CharSequence text
                ? text.toString()
                : new String(json.writeValueAsBytes(body), StandardCharsets.UTF_8);
    }

    /** To be called when the request has ended, whether or not its answer was kept. */
    void over(Claim claim) {
        running.end(claim);
    }

    void forget(Claim claim) {
        records.forget(claim.caller(), claim.key(), running.server());
    }
}
