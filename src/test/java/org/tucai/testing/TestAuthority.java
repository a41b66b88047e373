package org.tucai.testing;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Map;
import org.tucai.authority.AuthoritySettings;
import org.tucai.sandbox.SandboxAuthority;
import org.tucai.sandbox.SandboxSettings;

/** The sandbox authority on its own port; connected from {@link #start} until the test ends. */
@Singleton
public class TestAuthority implements Resettable {
    /** No server listens there. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final InstantSource clock;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable SandboxAuthority running;
    private boolean away;
    private String awayAt = NOWHERE;

    TestAuthority(InstantSource clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /** Sends conclusions only on request. */
    public void start() {
        start(SandboxSettings.onRequest());
    }

    public synchronized void start(SandboxSettings settings) {
        reset();
        running = SandboxAuthority.start(settings, clock);
    }

    /** Stops it and starts a new one at the same address: with new keys, and without any registered unit. */
    public synchronized void restart() {
        int port = URI.create(url()).getPort();
        start(new SandboxSettings(port, null, false, false, 0));
    }

    /** Whether the server cannot reach it, from now on or until the test ends. */
    public synchronized void isAway(boolean wanted) {
        away = wanted;
    }

    /** The server sends everything to this address instead, until the test ends. */
    public synchronized void isAwayAt(String address) {
        away = true;
        awayAt = address;
    }

    public synchronized boolean isAway() {
        return away;
    }

    @Override
    public synchronized void reset() {
        away = false;
        awayAt = NOWHERE;
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** Its own address; empty while it does not run. */
    public synchronized String url() {
        return running == null ? "" : running.url();
    }

    private synchronized String urlForTheServer() {
        return away ? awayAt : url();
    }

    /** Posts to the authority and returns its answer. */
    public byte[] post(String path, Map<String, ?> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build();
            var reply = http.send(request, BodyHandlers.ofByteArray());
            if (reply.statusCode() >= 300) {
                throw new AssertionError(
                        "the authority answered " + reply.statusCode() + " " + new String(reply.body()));
            }
            return reply.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The picture of a new code, as a student saves it ({@code png}) or photographs it ({@code photo}). */
    public byte[] codePicture(String kind, Map<String, ?> student) {
        return post("/codes?picture=" + kind, student);
    }

    /** Sends a conclusion by callback for every package that has none. */
    public void conclude(String label) {
        post("/conclusions", Map.of("label", label));
    }

    /** Tells the server where the running authority is. */
    @Singleton
    @Replaces(AuthoritySettings.class)
    static class Settings extends AuthoritySettings {
        private final Provider<TestAuthority> authority;

        Settings(
                @Value("${tucai.authority.unit}") String unit,
                @Value("${tucai.authority.key-generation}") int keyGeneration,
                @Value("${tucai.sandbox}") boolean sandbox,
                Provider<EmbeddedServer> server,
                Provider<TestAuthority> authority) {
            super("", unit, keyGeneration, "", "", sandbox, server);
            this.authority = authority;
        }

        @Override
        public String url() {
            return authority.get().urlForTheServer();
        }
    }
}
