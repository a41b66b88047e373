package org.tucai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Sends a few requests of each kind, so that the AOT cache holds the classes that the first requests need. */
final class FirstRequests {
    private FirstRequests() {}

    static void send(URI server) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/health", "/docs/", "/api/v1/student/screens/home", "/nowhere")) {
                send(client, HttpRequest.newBuilder(server.resolve(path)).GET());
            }
            send(
                    client,
                    HttpRequest.newBuilder(server.resolve("/api/v1/student/wechat-sessions"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"code\":\"sandbox-first\"}")));
        }
    }

    private static void send(HttpClient client, HttpRequest.Builder request) throws InterruptedException {
        try {
            client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
