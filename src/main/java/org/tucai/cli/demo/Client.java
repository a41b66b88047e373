package org.tucai.cli.demo;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client of the API that fails with what the server said. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final HttpClient http;
    private final String base;
    private final @Nullable String token;

    Client(String base) {
        this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(), base, null);
    }

    private Client(HttpClient http, String base, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** The same server as that caller. */
    Client as(String bearerToken) {
        return new Client(http, base, bearerToken);
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Reply(int status, byte[] body) {
        /** A value by its path, {@code card.capture.status}; null when absent. */
        @Nullable
        Object at(String path) {
            Object value = parse(Argument.OBJECT_ARGUMENT);
            for (String step : path.split("\\.", -1)) {
                if (value instanceof Map<?, ?> map) {
                    value = map.get(step);
                } else if (value instanceof List<?> list && Integer.parseInt(step) < list.size()) {
                    value = list.get(Integer.parseInt(step));
                } else {
                    return null;
                }
            }
            return value;
        }

        String text(String path) {
            return String.valueOf(at(path));
        }

        List<Map<String, Object>> list() {
            return parse(Argument.listOf(Argument.mapOf(String.class, Object.class)));
        }

        private <T> T parse(Argument<T> type) {
            try {
                return JSON.readValue(body, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, @Nullable Object body) {
        HttpRequest.Builder request =
                request(path).header("Idempotency-Key", UUID.randomUUID().toString());
        if (body == null) {
            return send(request.POST(BodyPublishers.noBody()));
        }
        try {
            return send(request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply upload(String method, String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new DemoFailed(request.method() + " " + request.uri().getPath() + " answered "
                        + response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Broken off.");
        }
    }
}
