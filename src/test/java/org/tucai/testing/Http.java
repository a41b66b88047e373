package org.tucai.testing;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A client of the running application: {@code http.as(token).post("/api/v1/…", Map.of(…)).expect(201)}. */
@Singleton
public class Http {
    private final HttpClient client;
    private final EmbeddedServer server;
    private final JsonMapper json;
    private final List<ResponseCheck> checks;
    private final @Nullable String token;

    @jakarta.inject.Inject
    Http(EmbeddedServer server, JsonMapper json, List<ResponseCheck> checks) {
        this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build(), server, json, checks, null);
    }

    private Http(
            HttpClient client,
            EmbeddedServer server,
            JsonMapper json,
            List<ResponseCheck> checks,
            @Nullable String token) {
        this.client = client;
        this.server = server;
        this.json = json;
        this.checks = checks;
        this.token = token;
    }

    /** Sees every exchange of every test, for example to check it against the API description. */
    public interface ResponseCheck {
        void check(String method, String path, Reply reply);
    }

    /** The same client with a bearer token; null for none. */
    public Http as(@Nullable String bearerToken) {
        return new Http(client, server, json, checks, bearerToken);
    }

    public Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** JSON body (null for none), a fresh Idempotency-Key unless the headers give one. */
    public Reply post(String path, @Nullable Object body, String... headers) {
        return send(withJson(request(path, headers), "POST", body));
    }

    public Reply put(String path, Object body, String... headers) {
        return send(withJson(request(path, headers), "PUT", body));
    }

    public Reply patch(String path, Object body, String... headers) {
        return send(withJson(request(path, headers), "PATCH", body));
    }

    public Reply delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    /** Raw bytes with a content type. */
    public Reply send(String method, String path, String contentType, byte[] body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder withJson(HttpRequest.Builder request, String method, @Nullable Object body) {
        if (method.equals("POST")
                && request.copy()
                        .build()
                        .headers()
                        .firstValue("Idempotency-Key")
                        .isEmpty()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (body == null) {
            return request.method(method, BodyPublishers.noBody());
        }
        try {
            byte[] bytes =
                    body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(body);
            return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofByteArray(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.getURL() + path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            Reply reply = new Reply(response.statusCode(), headers, unpacked(response.body(), headers), json);
            List.copyOf(checks)
                    .forEach(c -> c.check(request.method(), request.uri().toString(), reply));
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unpacked(byte[] body, Map<String, String> headers) throws IOException {
        return "gzip".equals(headers.get("Content-Encoding"))
                ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()
                : body;
    }

    /** What came back. */
    public record Reply(int status, Map<String, String> headers, byte[] body, JsonMapper mapper) {
        /** This reply if it has that status; otherwise fails and shows the body. */
        public Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + " but got " + status + ": " + text());
            }
            return this;
        }

        /** Fails unless this is the named problem. */
        public Reply expectProblem(int wanted, String code) {
            expect(wanted);
            if (!code.equals(at("code"))) {
                throw new AssertionError("expected problem " + code + " but got " + text());
            }
            return this;
        }

        /**
         * Fails unless this is the named problem in the form every problem must have: a problem document with a title and a Chinese
         * sentence that reveals no internals; the same goes for each field error.
         */
        public Reply expectPlainProblem(int wanted, String code) {
            expectProblem(wanted, code);
            String detail = at("detail");
            boolean plain = String.valueOf(header("Content-Type")).startsWith("application/problem+json")
                    && Integer.valueOf(wanted).equals(at("status"))
                    && at("title") != null
                    && at("instance") != null
                    && detail != null
                    && isChinese(detail)
                    && errors().stream().allMatch(e -> isChinese((String) e.get("detail")))
                    && !detail.contains("{")
                    && !text().contains("Exception")
                    && !text().contains("org.tucai");
            if (!plain) {
                throw new AssertionError("not told in plain words: " + headers + " " + text());
            }
            return this;
        }

        /** The fields at fault, each with pointer and detail. */
        public List<Map<String, Object>> errors() {
            List<Map<String, Object>> errors = at("errors");
            return errors == null ? List.of() : errors;
        }

        private static boolean isChinese(String text) {
            return text.codePoints().anyMatch(Character::isIdeographic);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @SuppressWarnings("unchecked")
        public Map<String, Object> json() {
            try {
                return mapper.readValue(body, Map.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The items of an answer that is a list. */
        public List<Map<String, Object>> list() {
            try {
                return mapper.readValue(body, Argument.listOf(Argument.mapOf(String.class, Object.class)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The files of an answer that is a ZIP, by their names, in their order; fails when a name occurs twice. */
        public Map<String, byte[]> unzipped() {
            Map<String, byte[]> files = new LinkedHashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (files.put(entry.getName(), zip.readAllBytes()) != null) {
                        throw new AssertionError("twice in the archive: " + entry.getName());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return files;
        }

        /** The value at a path such as {@code "items.0.no"}; null when absent. */
        @SuppressWarnings("unchecked")
        public <T> T at(String path) {
            Object value = json();
            for (String step : path.split("\\.")) {
                if (value instanceof Map<?, ?> map) {
                    value = map.get(step);
                } else if (value instanceof List<?> list && Integer.parseInt(step) < list.size()) {
                    value = list.get(Integer.parseInt(step));
                } else {
                    return null;
                }
            }
            return (T) value;
        }

        public String header(String name) {
            return headers.get(name);
        }
    }

    /** One field of every item of a page. */
    public static List<Object> column(List<Map<String, Object>> rows, String field) {
        List<Object> column = new ArrayList<>();
        rows.forEach(r -> column.add(r.get(field)));
        return column;
    }
}
