package org.tucai.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.authority.Introduction;
import org.tucai.authority.KeySets;
import org.tucai.authority.MessagePurpose;
import org.tucai.authority.MessageSuite;
import org.tucai.authority.SealedMessage;
import org.tucai.capturecode.CodeKey;

/**
 * The sandbox authority's HTTP server.
 *
 * <p>{@code POST /codes} issues a code · {@code POST /code-keys/rotations} begins a new code key · {@code POST /units} introduces
 * a unit · {@code GET /keys} public keys, {@code ?suite=SM2} those of the national suite · {@code POST /packages} takes a sealed package · {@code GET /packages} ·
 * {@code POST /returns} returns the next package · {@code POST /conclusions} concludes now · {@code GET /conclusions.json},
 * {@code GET /conclusions.csv} files · {@code GET /health}.
 */
public final class SandboxAuthority implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxAuthority.class);

    private final JsonMapper json = JsonMapper.createDefault();
    private final SandboxKeys keys = new SandboxKeys();
    private final Map<String, SandboxUnit> units = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CodeDesk codes;
    private final PackageDesk packages;
    private final ConclusionDesk conclusions;
    private final HttpServer server;

    private SandboxAuthority(SandboxSettings settings, InstantSource clock) throws IOException {
        codes = new CodeDesk(keys, clock);
        packages = new PackageDesk(keys, settings, json, clock);
        conclusions = new ConclusionDesk(keys, settings, json, clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts a server. */
    public static SandboxAuthority start(SandboxSettings settings, InstantSource clock) {
        try {
            return new SandboxAuthority(settings, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + settings.port(), e);
        }
    }

    /** Base address, without a trailing slash. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        conclusions.stop();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange http) throws IOException {
        Exchange exchange = new Exchange(http, json);
        try {
            route(exchange);
        } catch (Exchange.Refused e) {
            exchange.answer(e.status(), "text/plain; charset=utf-8", e.getMessage() + "\n");
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} {} failed", exchange.method(), exchange.path(), e);
            exchange.answer(400, "text/plain; charset=utf-8", "not understood\n");
        }
    }

    private void route(Exchange exchange) throws IOException {
        switch (exchange.method() + " " + exchange.path()) {
            case "GET /health" -> exchange.answer(200, "text/plain", "ok\n");
            case "GET /keys" -> showKeys(exchange);
            case "POST /units" -> introduce(exchange);
            case "POST /codes" -> codes.issue(exchange);
            case "POST /code-keys/rotations" -> rotate(exchange);
            case "POST /packages" -> packages.take(exchange, caller(exchange)).ifPresent(conclusions::taken);
            case "GET /packages" -> packages.list(exchange);
            case "POST /returns" -> packages.returnNext(exchange);
            case "POST /conclusions" -> conclusions.concludeNow(exchange, packages);
            case "GET /conclusions.json" -> conclusions.jsonFile(exchange);
            case "GET /conclusions.csv" -> conclusions.csvFile(exchange);
            default -> throw new Exchange.Refused(404, "there is nothing at this address");
        }
    }

    private void showKeys(Exchange exchange) throws IOException {
        MessageSuite suite = "suite=SM2".equals(exchange.query()) ? MessageSuite.SM2 : MessageSuite.P256;
        exchange.answer(200, "application/jwk-set+json", keys.publicKeys(suite));
    }

    /** Trusts whatever keys the unit presents, which is acceptable only in a sandbox. The unit's code keys are sealed nevertheless. */
    private void introduce(Exchange exchange) throws IOException {
        Introduction introduction = exchange.json(Introduction.class);
        try {
            SandboxUnit unit = new SandboxUnit(
                    introduction.unit(), KeySets.parse(introduction.keys()), introduction.callbackUrl());
            units.put(unit.code(), unit);
            Map<String, String> secrets = new TreeMap<>();
            for (CodeKey key : keys.all(unit.code())) {
                secrets.put(key.kid(), key.secret());
            }
            String sealed = SealedMessage.seal(
                    MessagePurpose.CODE_KEYS,
                    json.writeValueAsBytes(secrets),
                    keys.signing(unit.suite()),
                    unit.receivingKey());
            exchange.answerJson(new Introduction.Reply(keys.publicKeys(unit.suite()), sealed));
        } catch (ParseException e) {
            throw new Exchange.Refused(400, "the unit's keys are not readable");
        }
    }

    private void rotate(Exchange exchange) throws IOException {
        String unit = exchange.json(StudentBody.class).unitOrDefault();
        exchange.answerJson(Map.of("kid", keys.rotate(unit).kid()));
    }

    private SandboxUnit caller(Exchange exchange) {
        SandboxUnit unit = units.get(exchange.header("Tucai-Unit"));
        if (unit == null) {
            throw new Exchange.Refused(401, "this unit has not introduced itself");
        }
        return unit;
    }
}
