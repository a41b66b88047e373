package org.tucai.verification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between the server and the authority: passes everything on, but answers every package with the answer to the first. */
final class RepeatingProxy implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<byte[]> first = new AtomicReference<>();
    private final String authority;
    private final HttpServer server;

    private RepeatingProxy(String authority) throws IOException {
        this.authority = authority;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/packages", exchange -> {
            byte[] reply = passOn(exchange);
            first.compareAndSet(null, reply);
            answer(exchange, first.get());
        });
        server.createContext("/", exchange -> answer(exchange, passOn(exchange)));
        server.start();
    }

    static RepeatingProxy before(String authority) throws IOException {
        return new RepeatingProxy(authority);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private byte[] passOn(HttpExchange exchange) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(authority + exchange.getRequestURI()))
                .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                .header("Tucai-Unit", exchange.getRequestHeaders().getFirst("Tucai-Unit"))
                .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, byte[] reply) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
