package org.tucai.trial;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A caller of a server, for what a load test needs before and beside the load. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final HttpClient http;
    private final String base;
    private final @Nullable String token;

    public Api(String base) {
        this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(), base, null);
    }

    private Api(HttpClient http, String base, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** The same server as that caller. */
    public Api as(String bearerToken) {
        return new Api(http, base, bearerToken);
    }

    /** What came back. */
    public record Reply(int status, String text, Map<String, List<String>> headers) {
        /** A value by its path, {@code card.order.no}; null when absent. */
        @Nullable
        public Object at(String path) {
            Object value = parse(Argument.OBJECT_ARGUMENT);
            for (String step : path.split("\\.", -1)) {
                value = value instanceof Map<?, ?> map ? map.get(step) : null;
            }
            return value;
        }

        public String string(String path) {
            return String.valueOf(at(path));
        }

        public List<Map<String, Object>> list() {
            return parse(Argument.listOf(Argument.mapOf(String.class, Object.class)));
        }

        private <T> T parse(Argument<T> type) {
            try {
                return JSON.readValue(text, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** This reply, when it is no refusal. */
        public Reply ok() {
            if (status >= 300) {
                throw new IllegalStateException("the server answered " + status + ": " + text);
            }
            return this;
        }
    }

    public Reply get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    /** With that Idempotency-Key, so that it may be sent again. */
    public Reply post(String path, @Nullable Object body, String key) throws InterruptedException {
        return send(withJson(request(path).header("Idempotency-Key", key), body).POST(publisher(body)));
    }

    public Reply post(String path, @Nullable Object body) throws InterruptedException {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Reply put(String path, Object body) throws InterruptedException {
        return send(withJson(request(path), body).PUT(publisher(body)));
    }

    public Reply upload(String path, byte[] picture) throws InterruptedException {
        return send(request(path).header("Content-Type", "image/jpeg").PUT(BodyPublishers.ofByteArray(picture)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder withJson(HttpRequest.Builder request, @Nullable Object body) {
        return body == null ? request : request.header("Content-Type", "application/json");
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        try {
            return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply send(HttpRequest.Builder request) throws InterruptedException {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (ConnectException e) { // which says nothing itself
            throw new UncheckedIOException(new IOException("no server answers at " + base, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
