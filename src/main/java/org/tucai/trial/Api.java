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

/** An API client for one caller. */
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

    /** A client of the same server for that caller. */
    public Api as(String bearerToken) {
        return new Api(http, base, bearerToken);
    }

    /**
     * The server's answer.
     *
     * @param asked method and path
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Reply(String asked, int status, byte[] body, Map<String, List<String>> headers) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** A value by its path, {@code card.order.no} or {@code steps.0}; null when absent. */
        public @Nullable Object at(String path) {
            Object value = parse(Argument.OBJECT_ARGUMENT);
            for (String step : path.split("\\.", -1)) {
                if (value instanceof List<?> list) {
                    int index = Integer.parseInt(step);
                    value = index < list.size() ? list.get(index) : null;
                } else {
                    value = value instanceof Map<?, ?> map ? map.get(step) : null;
                }
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
                return JSON.readValue(body, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * This reply.
         *
         * @throws Refused when it is a refusal
         */
        public Reply ok() {
            if (status >= 300) {
                throw new Refused(asked + " answered " + status + ": " + text(), code());
            }
            return this;
        }

        private String code() {
            boolean problem = headers.getOrDefault("content-type", List.of()).stream()
                    .anyMatch(type -> type.startsWith("application/problem+json"));
            return problem ? string("code") : "";
        }
    }

    public Reply get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    /** Sends that Idempotency-Key, so that the request may be repeated. */
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
        return send(withPicture(path).PUT(BodyPublishers.ofByteArray(picture)));
    }

    /** For addresses where each picture creates a new resource. */
    public Reply postPicture(String path, byte[] picture) throws InterruptedException {
        return send(withPicture(path).POST(BodyPublishers.ofByteArray(picture)));
    }

    private HttpRequest.Builder withPicture(String path) {
        return request(path).header("Content-Type", "image/jpeg");
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

    private Reply send(HttpRequest.Builder builder) throws InterruptedException {
        HttpRequest request = builder.build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return new Reply(
                    request.method() + " " + request.uri().getPath(),
                    response.statusCode(),
                    response.body(),
                    response.headers().map());
        } catch (ConnectException e) { // has no message
            throw new UncheckedIOException(new IOException("no server answers at " + base, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
