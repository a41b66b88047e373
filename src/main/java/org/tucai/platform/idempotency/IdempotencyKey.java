package org.tucai.platform.idempotency;

import io.micronaut.http.HttpRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key of a request, for work that must be done only once even if its first answer was lost. */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";
    public static final int LONGEST = 64;

    private IdempotencyKey() {}

    /** The key, 1-64 characters, of a request to an operation that {@link NeedsIdempotencyKey}. */
    public static String of(HttpRequest<?> request) {
        return Objects.requireNonNull(request.getHeaders().get(HEADER), HEADER);
    }

    /** The key of a request to any operation; null if it has none. */
    public static @Nullable String orNull(HttpRequest<?> request) {
        return request.getHeaders().get(HEADER);
    }
}
