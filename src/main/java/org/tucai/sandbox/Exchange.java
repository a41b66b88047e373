package org.tucai.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request to the sandbox and its answer. */
final class Exchange {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    /** The parser's words for Java types, which mean nothing to a client. */
    private static final Pattern TYPES = Pattern.compile(
            " of type \\[class [^]]*]| encountered during deserialization of type: \\w+|Cannot deserialize value of type `[^`]*` due to: ");

    private static final Pattern MEMBER = Pattern.compile("\\[(?:\\w+ )?(\\w+)]");

    private final HttpExchange http;
    private final JsonMapper json;

    Exchange(HttpExchange http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    /** Ends the request with a status and a sentence. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String sentence) {
            super(sentence);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    @Nullable
    String query() {
        return http.getRequestURI().getQuery();
    }

    String header(String name) {
        String value = http.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    String body() throws IOException {
        byte[] bytes = http.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refused(413, "too large");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    <T> T json(Class<T> type) throws IOException {
        String body = body();
        try {
            T read = json.readValue(body.isBlank() ? "{}" : whole(body), type);
            if (read == null) { // the document null
                throw new Refused(400, "the body is not an object");
            }
            return read;
        } catch (SerdeException e) {
            throw new Refused(
                    400, "the body does not have the expected form: " + plain(String.valueOf(e.getMessage())));
        } catch (JsonProcessingException | JsonSyntaxException e) {
            throw new Refused(400, "the body is not one JSON document");
        }
    }

    private static String plain(String message) {
        String first = message.lines().findFirst().orElse("").strip();
        return MEMBER.matcher(TYPES.matcher(first).replaceAll("")).replaceAll("[$1]");
    }

    /** Refuses a body of several JSON documents, of which the framework would read only the first. */
    private static String whole(String body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first != null && first.isStructStart()) {
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new Refused(400, "the body is not one JSON document");
            }
        }
        return body;
    }

    void answer(int status, String contentType, byte[] body, Map<String, String> headers) throws IOException {
        headers.forEach((name, value) -> http.getResponseHeaders().set(name, value));
        http.getResponseHeaders().set("Content-Type", contentType);
        boolean bare =
                body.length == 0 || method().equals("HEAD"); // to HEAD the server adds a warning when there is a body
        http.sendResponseHeaders(status, bare ? -1 : body.length);
        if (!bare) {
            http.getResponseBody().write(body);
        }
        http.close();
    }

    void answer(int status, String contentType, String body) throws IOException {
        answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    void answerJson(Object body) throws IOException {
        answer(200, "application/json", json.writeValueAsBytes(body), Map.of());
    }
}
