package org.tucai.authority;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Exchanges messages with the authority over HTTP. Slow: never call inside a transaction. */
@Singleton
public class AuthorityLine {
    /** The media type of sealed messages. */
    public static final String JOSE = "application/jose";

    /** Until the whole reply is here. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Of a reply, which is kept in memory; several times what any reply needs. */
    private static final long MOST_BYTES = 1 << 20;

    private final AuthoritySettings settings;
    private final UnitKeys keys;
    private final JsonMapper json;
    private final Duration timeout;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private volatile @Nullable JWKSet authorityKeys;
    private volatile @Nullable KeysFile keysFile;
    private volatile @Nullable String introducedTo;

    private record KeysFile(FileTime changedAt, JWKSet keys) {}

    @Inject
    AuthorityLine(AuthoritySettings settings, UnitKeys keys, JsonMapper json) {
        this(settings, keys, json, TIMEOUT);
    }

    AuthorityLine(AuthoritySettings settings, UnitKeys keys, JsonMapper json, Duration timeout) {
        this.settings = settings;
        this.keys = keys;
        this.json = json;
        this.timeout = timeout;
    }

    /** Whether an authority is connected at all. */
    public boolean isConnected() {
        return !settings.url().isEmpty();
    }

    /**
     * Fetches the unit's current code keys: a JSON object of key names and base64url secrets. In the sandbox only; elsewhere a
     * person brings them.
     *
     * @throws AuthorityUnavailable if the authority cannot be reached, or its keys do not open
     */
    public byte[] codeKeys() {
        Introduction.Reply reply = introduce();
        try {
            return open(MessagePurpose.CODE_KEYS, reply.codeKeys());
        } catch (MessageRefused e) {
            throw new AuthorityUnavailable("the authority's code keys cannot be opened", e);
        }
    }

    /**
     * Seals and sends a message, and returns the opened reply.
     *
     * @throws AuthorityUnavailable if the authority cannot be reached, answers anything but 200 and a sealed reply, or its public keys
     *     are missing
     */
    public byte[] exchange(String path, String purpose, byte[] content, String replyPurpose) {
        JWKSet theirs = authorityKeys();
        String message = SealedMessage.seal(purpose, content, keys.signing(), encryptionKey(theirs));
        HttpResponse<String> reply = send(path, JOSE, message);
        if (reply.statusCode() == 401 && settings.isSandbox()) {
            introduce(); // the sandbox authority was restarted and has forgotten this unit
            reply = send(
                    path, JOSE, SealedMessage.seal(purpose, content, keys.signing(), encryptionKey(authorityKeys())));
        }
        if (reply.statusCode() != 200) {
            throw new AuthorityUnavailable("the authority answered " + reply.statusCode());
        }
        try {
            return open(replyPurpose, reply.body());
        } catch (MessageRefused e) {
            throw new AuthorityUnavailable("the authority's reply cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Verifies and opens a message from the authority.
     *
     * @throws AuthorityUnavailable if the authority's public keys are missing
     */
    public byte[] open(String purpose, String message) throws MessageRefused {
        return SealedMessage.open(purpose, message, keys::receiving, authorityKeys());
    }

    /**
     * Requires that the beginning of a message, up to its first dot, has this purpose and names a key of the authority. Proves nothing,
     * but saves reading messages of strangers.
     *
     * @throws AuthorityUnavailable if the authority's public keys are missing
     */
    public void requireSender(String purpose, String beginning) throws MessageRefused {
        SealedMessage.requireSender(purpose, beginning, authorityKeys());
    }

    private JWKSet authorityKeys() {
        Path file = settings.keysFile();
        if (file != null) {
            return handedOver(file);
        }
        JWKSet known = authorityKeys;
        if (known != null && settings.url().equals(introducedTo)) {
            return known;
        }
        introduce();
        return Objects.requireNonNull(authorityKeys);
    }

    /** Reads the file again after a change: the authority renews its keys too. */
    private JWKSet handedOver(Path file) {
        try {
            FileTime changedAt = Files.getLastModifiedTime(file);
            KeysFile known = keysFile;
            if (known == null || !known.changedAt.equals(changedAt)) {
                known = new KeysFile(changedAt, KeySets.parse(Files.readString(file)));
                keysFile = known;
            }
            return known.keys;
        } catch (IOException | ParseException e) {
            throw new AuthorityUnavailable("the authority's public keys cannot be read from " + file, e);
        }
    }

    /** Exchanges keys with the sandbox authority. */
    private synchronized Introduction.Reply introduce() {
        if (!settings.isSandbox()) {
            throw new AuthorityUnavailable(
                    "the authority's public keys are missing: get them from the authority and set"
                            + " tucai.authority.keys-file");
        }
        try {
            Introduction introduction =
                    new Introduction(settings.unit(), keys.publicKeys().toString(), settings.callbackUrl());
            HttpResponse<String> reply = send(
                    "/units",
                    "application/json",
                    new String(json.writeValueAsBytes(introduction), StandardCharsets.UTF_8));
            if (reply.statusCode() != 200) {
                throw new AuthorityUnavailable("the authority answered " + reply.statusCode());
            }
            Introduction.Reply answer = json.readValue(reply.body(), Introduction.Reply.class);
            authorityKeys = KeySets.parse(answer.keys());
            introducedTo = settings.url();
            return answer;
        } catch (IOException | ParseException e) {
            throw new AuthorityUnavailable("the authority's introduction is not readable", e);
        }
    }

    private HttpResponse<String> send(String path, String contentType, String body) {
        if (!isConnected()) {
            throw new AuthorityUnavailable("no authority is connected: set tucai.authority.url");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .header("Content-Type", contentType)
                .header("Tucai-Unit", settings.unit())
                .POST(BodyPublishers.ofString(body))
                .build();
        CompletableFuture<HttpResponse<String>> reply =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            // the client's own limit ends with the headers: it would wait for the rest of a reply for ever
            return reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            IOException why = e.getCause() instanceof IOException known ? known : new IOException(e);
            throw AuthorityUnavailable.silent("the authority cannot be reached at " + settings.url(), why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorityUnavailable("interrupted", e);
        } finally {
            reply.cancel(true); // gives up the connection where there is no reply
        }
    }

    /** The authority's encryption key of this unit's suite; no silent fallback to the other suite. */
    private JWK encryptionKey(JWKSet set) {
        return set.getKeys().stream()
                .filter(k -> KeyUse.ENCRYPTION.equals(k.getKeyUse()) && MessageSuite.of(k) == keys.suite())
                .findFirst()
                .orElseThrow(() ->
                        new AuthorityUnavailable("the authority offers no " + keys.suite() + " key to encrypt for"));
    }
}
