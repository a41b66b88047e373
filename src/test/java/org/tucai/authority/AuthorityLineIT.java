package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.platform.privacy.KeyRing;
import org.tucai.testing.TucaiTest;

/** An authority that answers badly: the sender learns what was wrong, and retries later. */
@TucaiTest
class AuthorityLineIT {
    private static final byte[] WORDS = "照片".getBytes(StandardCharsets.UTF_8);

    private final KeyRing ring;
    private final UnitKeyOrigins origins;
    private final JsonMapper json;
    private final JWK signs = KeyMaking.fromSecret(new byte[64], "authority-sig", KeyUse.SIGNATURE);
    private final JWK receives = KeyMaking.fromSecret(new byte[64], "authority-enc", KeyUse.ENCRYPTION);

    @TempDir
    private Path folder;

    private HttpServer authority;
    private Path known;
    private volatile int status;
    private volatile String reply = "";

    AuthorityLineIT(KeyRing ring, UnitKeyOrigins origins, JsonMapper json) {
        this.ring = ring;
        this.origins = origins;
        this.json = json;
    }

    @BeforeEach
    void listen() throws IOException {
        known = Files.writeString(
                folder.resolve("authority.jwks"),
                new JWKSet(List.of(signs.toPublicJWK(), receives.toPublicJWK())).toString());
        authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authority.createContext("/", http -> {
            http.getRequestBody().readAllBytes();
            byte[] body = reply.getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            http.getResponseBody().write(body);
            http.close();
        });
        authority.start();
    }

    @AfterEach
    void stop() {
        authority.stop(0);
    }

    private AuthoritySettings settings() {
        String url = "http://127.0.0.1:" + authority.getAddress().getPort() + "/";
        return new AuthoritySettings(url, "unit", 1, "", known.toString(), false, () -> {
            throw new AssertionError("the server is not asked for");
        });
    }

    private UnitKeys keys() {
        return new UnitKeys(ring, settings(), origins, MessageSuite.P256);
    }

    private byte[] exchange(int answeredWith, String words) {
        status = answeredWith;
        reply = words;
        return new AuthorityLine(settings(), keys(), json).exchange("/packages", "question", WORDS, "answer");
    }

    private String sealed(String purpose) {
        return SealedMessage.seal(purpose, WORDS, signs, keys().receiving(null));
    }

    @Test
    void aSealedReplyOpens() {
        assertThat(exchange(200, sealed("answer"))).isEqualTo(WORDS);
    }

    @Test
    void anyOtherStatusCountsAsUnavailableWhateverItsBody() {
        assertThatThrownBy(() -> exchange(202, sealed("answer")))
                .isInstanceOf(AuthorityUnavailable.class)
                .hasMessageContaining("202");
        assertThatThrownBy(() -> exchange(401, "who are you"))
                .isInstanceOf(AuthorityUnavailable.class)
                .hasMessageContaining("401");
    }

    @Test
    void aReplyThatIsUnsealedOrForAnotherPurposeIsRejected() {
        for (String words : List.of("", "{\"accepted\":true}", sealed("question"))) {
            assertThatThrownBy(() -> exchange(200, words))
                    .isInstanceOf(AuthorityUnavailable.class)
                    .hasMessageContaining("cannot be opened");
        }
    }

    @Test
    @Timeout(20)
    void anAuthorityThatFallsSilentInTheMiddleOfItsReplyCountsAsUnavailable() {
        CountDownLatch over = new CountDownLatch(1);
        authority.createContext("/silent", http -> {
            http.sendResponseHeaders(200, 1000);
            http.getResponseBody().write("ey".getBytes(StandardCharsets.US_ASCII));
            http.getResponseBody().flush();
            waitFor(over);
        });
        AuthorityLine line = new AuthorityLine(settings(), keys(), json, Duration.ofMillis(500));

        try {
            assertThatThrownBy(() -> line.exchange("/silent", "question", WORDS, "answer"))
                    .isInstanceOf(AuthorityUnavailable.class)
                    .hasMessageContaining("cannot be reached");
        } finally {
            over.countDown();
        }
    }

    /** It is kept in memory until it is complete. */
    @Test
    void aReplyLongerThanAnyReplyIsNotReadToItsEnd() {
        assertThatThrownBy(() -> exchange(200, "x".repeat(2_000_000)))
                .isInstanceOf(AuthorityUnavailable.class)
                .hasStackTraceContaining("exceeds");
    }

    private static void waitFor(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anUnreachableAuthorityAndMissingKeysAreNamed() throws IOException {
        int port = authority.getAddress().getPort();
        authority.stop(0);
        assertThatThrownBy(() -> exchange(200, ""))
                .hasMessageContaining("cannot be reached at http://127.0.0.1:" + port);

        Files.writeString(known, "no keys");
        assertThatThrownBy(() -> exchange(200, "")).hasMessageContaining(known.toString());
        Files.delete(known);
        assertThatThrownBy(() -> exchange(200, "")).hasMessageContaining(known.toString());
    }
}
