package org.tucai.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tucai.trial.TrialFailed;

/** A load on somebody's running server. */
class HttpLoadTest {
    private static final String WHATEVER_IS_ASKED =
            "{\"no\":\"x\",\"accessToken\":\"t\",\"version\":\"1\",\"uploadUrl\":\"/upload\",\"text\":\"123456\"}";

    private final List<String> switched = Collections.synchronizedList(new ArrayList<>());

    @Test
    void thatBreaksOffLeavesTheServerInspectingWhatIsUploaded() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
        try {
            HttpLoad load = new HttpLoad(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                    Processors.unknown(),
                    new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    new HttpLoad.Size(Duration.ofSeconds(1), 1, 1));

            assertThatThrownBy(() -> load.run("token", EnumSet.allOf(HttpLoad.Part.class)))
                    .isInstanceOf(TrialFailed.class);
        } finally {
            server.stop(0);
        }

        assertThat(switched).contains("{\"on\":false}").last().isEqualTo("{\"on\":true}");
    }

    /** Takes no picture, so that the load breaks off when it uploads the first ones without inspection. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean isSwitch = exchange.getRequestURI().getPath().equals("/sandbox/inspection");
            if (isSwitch) {
                switched.add(body);
            }
            int status = exchange.getRequestMethod().equals("PUT") && !isSwitch ? 500 : 200;
            byte[] said = WHATEVER_IS_ASKED.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, said.length);
            exchange.getResponseBody().write(said);
        }
    }
}
