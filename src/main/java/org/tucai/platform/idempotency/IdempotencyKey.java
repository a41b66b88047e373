package org.tucai.platform.idempotency;

import io.micronaut.http.HttpRequest;
import java.util.Objects;

/** The key of a request, for work that must be done only once even if its first answer was lost. */
public final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    /** The key, 1-64 characters, of a request to an operation that {@link NeedsIdempotencyKey}. */
    public static String of(HttpRequest<?> request) {
        return Objects.requireNonNull(request.getHeaders().get(HEADER), HEADER);
    }
}
